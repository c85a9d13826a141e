package vn.lienket.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What the outermost API call in this thread does: command checkers and history handlers are not told. */
class CurrentCommand extends CommandInterceptor {

    /** The starts that begin at the start event; the others choose their first step, and with it skip our checks. */
    private static final Set<String> STARTS = Set.of("StartProcessInstanceCmd", "SubmitStartFormCmd");

    private static final class Call {

        private final String name;
        private boolean ownCode;
        private int inner;

        private Call(String name) {
            this.name = name;
        }
    }

    private final ThreadLocal<Call> outermost = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        Call outer = outermost.get();
        if (outer != null) {
            outer.inner++;
            try {
                return next.execute(command);
            } finally {
                outer.inner--;
            }
        }
        outermost.set(new Call(command.getClass().getSimpleName()));
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            throw Refusals.unwrap(wrapped);
        } finally {
            outermost.remove();
        }
    }

    /** The simple class name of the command, or "" outside of one. */
    String name() {
        Call call = outermost.get();
        return call == null ? "" : call.name;
    }

    /** Whether a new instance is being started, at its start event. */
    boolean isStart() {
        return STARTS.contains(name());
    }

    /** Whether what happens now is what was called from outside, not a call of our code within it. */
    boolean isOutermost() {
        Call call = outermost.get();
        return call != null && call.inner == 0;
    }

    /** Notes that a delegate, a listener or an expression of a model has been reached. */
    void enterOwnCode() {
        Call call = outermost.get();
        if (call != null) {
            call.ownCode = true;
        }
    }

    /** Whether all that has happened so far is what the caller asked for: his variables, before any of our code. */
    boolean onlyCallersDoing() {
        Call call = outermost.get();
        return call != null && !call.ownCode;
    }
}
