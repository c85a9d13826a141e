package vn.lienket.party;

import java.util.Optional;

/** Who acts in this thread; empty in jobs and at start-up. */
public interface CurrentUser {

    /** Who did what nobody signed in did. */
    String SYSTEM = "system";

    Optional<User> find();

    /** Whom a record names as who did it: a user id, or {@link #SYSTEM}. */
    default String actor() {
        return find().map(User::id).orElse(SYSTEM);
    }

    /** The signed-in user; 403 if there is none. */
    User require();
}
