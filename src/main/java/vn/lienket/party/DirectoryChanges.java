package vn.lienket.party;

import java.util.List;

/**
 * What applying a directory file changed, in the words of its keys, e.g. {@code person binhduong.officer1}.
 *
 * @param changed what reads differently now, people who came back included
 * @param disabled people whom the file no longer names
 */
public record DirectoryChanges(List<String> added, List<String> changed, List<String> disabled) {

    public DirectoryChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        disabled = List.copyOf(disabled);
    }

    /** True if the file said what was known already. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && disabled.isEmpty();
    }
}
