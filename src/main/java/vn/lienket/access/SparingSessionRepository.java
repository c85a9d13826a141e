package vn.lienket.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;

/**
 * Sessions of which it is stored that they are used, but not at every request: no more than thirty times in the time that they may be
 * idle. Where it cannot be stored the request stands, for it has been carried out by then.
 *
 * @param <S> of the repository that stores them
 */
class SparingSessionRepository<S extends Session>
        implements FindByIndexNameSessionRepository<SparingSessionRepository.InUse<S>> {

    private static final Logger LOG = LoggerFactory.getLogger(SparingSessionRepository.class);

    private static final int NOTES = 30;

    private final FindByIndexNameSessionRepository<S> stored;

    SparingSessionRepository(FindByIndexNameSessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public InUse<S> createSession() {
        return new InUse<>(stored.createSession(), true);
    }

    @Override
    public void save(InUse<S> session) {
        if (!session.changed && !session.used) {
            return;
        }
        try {
            stored.save(session.session);
            session.changed = false;
        } catch (DataAccessException | TransactionException e) {
            if (session.changed) {
                throw e;
            }
            LOG.warn("It could not be stored that a session is used: {}", e.getMessage());
        }
        session.used = false;
    }

    @Override
    public InUse<S> findById(String id) {
        S found = stored.findById(id);
        return found == null ? null : new InUse<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    @Override
    public Map<String, InUse<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, InUse<S>> found = new LinkedHashMap<>();
        stored.findByIndexNameAndIndexValue(name, value)
                .forEach((id, session) -> found.put(id, new InUse<>(session, false)));
        return found;
    }

    /**
     * A session in a request.
     *
     * @param <S> as it is stored
     */
    static final class InUse<S extends Session> implements Session {

        private final S session;
        private boolean changed;
        private boolean used;

        private InUse(S session, boolean isNew) {
            this.session = session;
            this.changed = isNew;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            Duration unnoted = Duration.between(session.getLastAccessedTime(), time);
            if (changed || unnoted.compareTo(session.getMaxInactiveInterval().dividedBy(NOTES)) >= 0) {
                session.setLastAccessedTime(time);
                used = true;
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return session.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
