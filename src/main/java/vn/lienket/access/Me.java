package vn.lienket.access;

import java.util.List;

/**
 * Who is signed in, as the web applications read it.
 *
 * @param organisation id, or null for an administrator of no organisation
 * @param organisationName short name, or null
 * @param roles ids of those he has in his organisation, e.g. {@code officer}
 * @param roleNames the same in words
 * @param groups of the engine, e.g. {@code binhduong-officer}
 * @param applications which of the web applications he opens, e.g. {@code tasklist}
 * @param claimOnOpen whether a task that waits in a group becomes his when he opens it, as his office has chosen
 * @param team for a leader or a manager, to whom he may give the tasks of his organisation; else empty
 */
record Me(
        String user,
        String name,
        String organisation,
        String organisationName,
        List<String> roles,
        List<String> roleNames,
        List<String> groups,
        List<String> applications,
        boolean claimOnOpen,
        boolean administrator,
        List<Colleague> team) {

    /**
     * A person at work in the organisation.
     *
     * @param groups of the engine
     */
    record Colleague(String id, String name, List<String> groups) {}
}
