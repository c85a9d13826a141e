package vn.lienket.party;

import java.util.Optional;

/** Who acts in this thread; empty in jobs and at start-up. */
public interface CurrentUser {

    Optional<User> find();

    /** The signed-in user; 403 if there is none. */
    User require();
}
