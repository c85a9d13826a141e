package vn.lienket.party;

import java.util.List;

/**
 * A field of cooperation.
 *
 * @param channels the channels in which it was agreed; empty means every channel
 */
public record CooperationField(String code, String name, List<String> channels) {}
