package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.transaction.CannotCreateTransactionException;

/** Found was that a task was completed and its person told that nothing had been done, for the session had no connection left. */
class SparingSessionRepositoryTest {

    private final Stored stored = new Stored();
    private final SparingSessionRepository<MapSession> sessions = new SparingSessionRepository<>(stored);
    private SparingSessionRepository.InUse<MapSession> session;

    @BeforeEach
    void aSession() {
        session = sessions.createSession();
        sessions.save(session);
        session = sessions.findById(session.getId());
    }

    @Test
    void isStoredWhenItIsNewOrChanged() {
        session.setAttribute("a", "b");
        sessions.save(session);

        assertThat(stored.saved).isEqualTo(2);
        assertThat(sessions.findById(session.getId()).<String>getAttribute("a")).isEqualTo("b");
    }

    @Test
    void isNotStoredForBeingUsedAgainAtOnceButAfterAMinute() {
        Instant last = session.getLastAccessedTime();

        session.setLastAccessedTime(last.plusSeconds(59));
        sessions.save(session);
        assertThat(stored.saved).isEqualTo(1);

        session.setLastAccessedTime(last.plusSeconds(60));
        sessions.save(session);
        assertThat(stored.saved).isEqualTo(2);
        assertThat(sessions.findById(session.getId()).getLastAccessedTime()).isEqualTo(last.plusSeconds(60));
    }

    @Test
    void failsNoRequestIfItsUseCannotBeStored() {
        stored.away = true;

        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(60));
        assertThatCode(() -> sessions.save(session)).doesNotThrowAnyException();

        session.setAttribute("a", "b");
        assertThatThrownBy(() -> sessions.save(session)).isInstanceOf(CannotCreateTransactionException.class);
    }

    /** Half an hour of idleness, as in the product. */
    private static final class Stored implements FindByIndexNameSessionRepository<MapSession> {

        private final Map<String, MapSession> sessions = new HashMap<>();
        private int saved;
        private boolean away;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            if (away) {
                throw new CannotCreateTransactionException("No connection");
            }
            saved++;
            sessions.put(session.getId(), new MapSession(session));
        }

        @Override
        public MapSession findById(String id) {
            return sessions.get(id);
        }

        @Override
        public void deleteById(String id) {
            sessions.remove(id);
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return sessions;
        }
    }
}
