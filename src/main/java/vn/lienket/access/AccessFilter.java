package vn.lienket.access;

/**
 * What of the overview is wanted; null or blank for all.
 *
 * @param person a part of the id or the name
 * @param channel id
 * @param role id, or {@code admin}
 */
public record AccessFilter(String person, String channel, String role) {

    /** The value that asks for administrators. */
    public static final String ADMIN = "admin";
}
