package vn.lienket.engine;

import java.io.IOException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.lienket.problem.ProblemException;

/** Carries a refusal through the engine, which knows only its own exceptions, to the door that answers the request. */
public final class Refusals {

    /** Request attribute with the {@link ProblemException} by which the request was refused. */
    public static final String ATTRIBUTE = ProblemException.class.getName();

    /** Request attribute that says that a command of the engine failed, and not by a refusal. */
    public static final String FAILED = Refusals.class.getName() + ".FAILED";

    /** Request attribute with what the engine's doors have caught. */
    public static final String ERROR = Refusals.class.getName() + ".ERROR";

    private Refusals() {}

    /** The refusal inside an exception that the engine has wrapped on its way out, else the exception itself. */
    static RuntimeException unwrap(RuntimeException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause.getCause() instanceof ProblemException && cause instanceof ProcessEngineException refusal) {
                return refusal;
            }
        }
        return exception;
    }

    /** The exception the engine's doors answer with 400 or 403; the filter at the door then writes the sentence as it is. */
    static ProcessEngineException asEngineException(ProblemException problem) {
        remember(problem);
        if (problem.kind() == ProblemException.Kind.FORBIDDEN) {
            AuthorizationException forbidden = new AuthorizationException(problem.getMessage());
            forbidden.initCause(problem);
            return forbidden;
        }
        return new FormFieldValidationException(problem.fields(), problem.getMessage(), problem);
    }

    /** The exception for a request that is refused before the engine has begun on it; its doors log nothing then. */
    public static RuntimeException asBadRequest(ProblemException problem) {
        remember(problem);
        return new BadUserRequestException(problem.getMessage(), problem);
    }

    /** The exception for a request whose body could not be read to its end. */
    public static RuntimeException asBadRequest(IOException brokenOff) {
        return new BadUserRequestException(brokenOff.getMessage(), brokenOff);
    }

    /** Whether it is an exception that the engine's doors answer as a bad request. */
    public static boolean isBadRequest(RuntimeException exception) {
        return exception instanceof BadUserRequestException;
    }

    /** Of a variable that would leave no trace. */
    public static ProblemException ofTransient(String variable) {
        return ProblemException.invalid(
                variable, "Không nhận biến tạm thời (transient): mọi thông tin gửi lên đều phải được lưu vết.");
    }

    private static void remember(ProblemException problem) {
        note(ATTRIBUTE, problem);
    }

    /** Notes that a command has failed on the thread of a request. */
    static void noteFailure() {
        note(FAILED, true);
    }

    /**
     * Keeps what the engine's doors would log, until it is known what the request is answered with; false where there is none.
     *
     * @param error the exception, or its text with the stack in it
     */
    public static boolean noteError(Object error) {
        if (error == null || RequestContextHolder.getRequestAttributes() == null) {
            return false;
        }
        note(ERROR, error);
        return true;
    }

    private static void note(String attribute, Object value) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(attribute, value, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
