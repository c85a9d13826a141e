package vn.lienket.party;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the directory from memory. Every transaction, and every read outside of one, first asks the database for the version, so a
 * change made by another node is seen by whatever begins after it, and one made by the transaction this thread is in at once.
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

    @Override
    public List<Succession> successions() {
        return List.copyOf(directory().line().byPredecessor().values());
    }

    @Override
    public String actingFor(String organisation) {
        return directory().line().actingFor(organisation);
    }

    private Directory directory() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return current();
        }
        Directory seen = (Directory) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = current();
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(new Seen());
        }
        return seen;
    }

    /** The version is read again after loading: only what was loaded between two equal answers belongs together. */
    private Directory current() {
        Directory directory = latest;
        long version = store.version();
        while (directory == null || directory.version() != version) {
            directory = Directory.of(version, store.load(), store.successions());
            version = store.version();
        }
        latest = directory;
        return directory;
    }

    /** Before whoever else hears of it and reads. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void applied(DirectoryApplied applied) {
        forget();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void changed(SuccessionsChanged changed) {
        forget();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void changed(AbsencesChanged changed) {
        forget();
    }

    /** Forgets what a transaction has seen when it ends, and around a transaction within it, which looks for itself. */
    private final class Seen implements TransactionSynchronization {

        @Override
        public void suspend() {
            forget();
        }

        @Override
        public void resume() {
            forget();
        }

        @Override
        public void afterCompletion(int status) {
            forget();
        }
    }

    private void forget() {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }
}
