package vn.lienket.party;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the directory from memory. Every read first asks the database for the version, so a change made by another node, or by
 * the transaction this thread is in, is seen at once.
 */
@Component
class DirectoryParties implements Parties {

    private final DirectoryStore store;
    private volatile Directory latest;

    DirectoryParties(DirectoryStore store) {
        this.store = store;
    }

    @Override
    public List<Organisation> organisations() {
        return List.copyOf(directory().organisations().values());
    }

    @Override
    public Optional<Organisation> organisation(String id) {
        return Optional.ofNullable(directory().organisations().get(id));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(directory().channels().values());
    }

    @Override
    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(directory().channels().get(id));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(directory().people().values());
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(directory().people().get(id));
    }

    @Override
    public List<Person> members(String group) {
        return directory().groups().getOrDefault(group, List.of());
    }

    /** The version is read again after loading: only what was loaded between two equal answers belongs together. */
    private Directory directory() {
        Directory directory = latest;
        long version = store.version();
        while (directory == null || directory.version() != version) {
            directory = Directory.of(version, store.load());
            version = store.version();
        }
        latest = directory;
        return directory;
    }
}
