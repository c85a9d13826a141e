package vn.lienket.library;

import java.util.UUID;

/**
 * A document for the library.
 *
 * @param channel the channel of the case, whose members will read it
 * @param category code of the field of cooperation, e.g. {@code ioc}
 * @param provider id of the organisation that handed it over
 */
public record Contribution(
        String title, String caseCode, String channel, String category, String provider, UUID documentId) {}
