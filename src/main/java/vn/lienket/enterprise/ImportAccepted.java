package vn.lienket.enterprise;

import java.util.UUID;

/**
 * There is a file to import, or still to be imported to its end.
 *
 * @param channel whose members may read the registry
 */
public record ImportAccepted(UUID id, String channel) {}
