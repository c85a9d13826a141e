package vn.lienket.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Puts a manager of ours in the place of one of the engine's, for each command anew.
 *
 * @param type the engine's
 */
record InPlaceOf(Class<? extends Session> type, Supplier<Session> ours) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}
