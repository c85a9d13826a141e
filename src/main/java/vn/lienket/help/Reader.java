package vn.lienket.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienket.party.Role;
import vn.lienket.party.User;

/**
 * Whom a page of the help is for: people in a role, or administrators.
 *
 * @param id of the page {@code /help/{id}} and of its template
 * @param name in Vietnamese
 * @param role null for administrators
 */
record Reader(String id, String name, Role role) {

    private static final Reader ADMINISTRATOR = new Reader("administrator", "Quản trị", null);

    static List<Reader> all() {
        return Stream.concat(
                        Arrays.stream(Role.values()).map(role -> new Reader(role.id(), role.label(), role)),
                        Stream.of(ADMINISTRATOR))
                .toList();
    }

    static Optional<Reader> of(String id) {
        return all().stream().filter(reader -> reader.id().equals(id)).findFirst();
    }

    boolean describes(User user) {
        return role == null ? user.administrator() : user.groups().stream().anyMatch(role::isOf);
    }
}
