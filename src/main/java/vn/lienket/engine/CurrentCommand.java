package vn.lienket.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.lienket.problem.NotKnownYetException;
import vn.lienket.problem.ProblemException;

/** What the outermost API call in this thread does: command checkers and history handlers are not told. */
class CurrentCommand extends CommandInterceptor {

    /** The starts that begin at the start event; the others choose their first step, and with it skip our checks. */
    private static final Set<String> STARTS = Set.of("StartProcessInstanceCmd", "SubmitStartFormCmd");

    private static final class Call {

        private final Command<?> command;
        private Set<String> callersVariables;
        private boolean ownCode;
        private int inner;

        private Call(Command<?> command) {
            this.command = command;
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
        outermost.set(new Call(command));
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            throw Refusals.unwrap(wrapped);
        } catch (RuntimeException failure) {
            if (NotKnownYetException.in(failure).isEmpty()) {
                Refusals.noteFailure();
            }
            throw failure;
        } finally {
            outermost.remove();
        }
    }

    /** The simple class name of the command, or "" outside of one. */
    String name() {
        Call call = outermost.get();
        return call == null ? "" : call.command.getClass().getSimpleName();
    }

    /** For whom a task is being claimed; null in any other command. */
    String claimant() {
        Call call = outermost.get();
        return name().equals("ClaimTaskCmd") ? CommandInput.text(call.command, "userId") : null;
    }

    /** Whether this is the command that came from outside, not one that is sent while another runs. */
    boolean isOutermost(Command<?> command) {
        Call call = outermost.get();
        return call != null && call.command == command;
    }

    /** The names of the variables that the caller has sent, for whatever scope. */
    Set<String> callersVariables() {
        Call call = outermost.get();
        if (call == null) {
            return Set.of();
        }
        if (call.callersVariables == null) {
            call.callersVariables = CommandInput.variableNames(call.command);
        }
        return call.callersVariables;
    }

    /** Refuses variables of the caller that nobody has asked for: nothing would check them, and some could steer the case. */
    void requireVariablesOf(Set<String> fields) {
        callersVariables().stream()
                .filter(name -> !fields.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusals.asEngineException(ProblemException.invalid(
                            unknown, "Trường %s: không có trong biểu mẫu này.".formatted(unknown)));
                });
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
