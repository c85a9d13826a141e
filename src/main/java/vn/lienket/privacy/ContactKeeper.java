package vn.lienket.privacy;

import java.util.List;

/**
 * A place where data of an enterprise's contact is stored; a module that stores some publishes one as a bean. Keepers are asked in
 * their order, each knowing what those before it have found.
 */
public interface ContactKeeper {

    /** Lets nobody add to the enterprise or its cases until the caller's transaction ends. */
    default void hold(String taxCode) {}

    /** The contact with what is known of it here. */
    Contact addTo(Contact known);

    /** What is stored here of the contact, oldest first. */
    List<StoredDatum> find(Contact contact);

    /**
     * Removes it for good.
     *
     * @return how many rows were changed or deleted; 0 if there was nothing
     */
    int erase(Contact contact);
}
