package vn.lienket.party;

import java.util.Set;

/**
 * The directory file has been applied. Published at every apply, inside its transaction, also when nothing changed, so that
 * whoever mirrors the directory can repair his copy; an exception of a listener undoes the apply.
 *
 * @param snapshot the directory as it stands now: organisations and channels include those the file no longer names,
 *     people are the active ones
 * @param disabledPeople ids of everybody who is inactive, since this apply or an earlier one
 */
public record DirectoryApplied(DirectorySnapshot snapshot, Set<String> disabledPeople) {

    public DirectoryApplied {
        disabledPeople = Set.copyOf(disabledPeople);
    }
}
