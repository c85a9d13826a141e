package vn.lienket.access.door;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.web.context.request.RequestContextHolder;
import vn.lienket.engine.Refusals;
import vn.lienket.problem.ProblemException;

/**
 * Keeps refusals of requests out of the engine's log, which takes each for a fault of its own and prints its stack. What the engine's
 * doors take for one is kept for {@link EngineErrorFilter}, which knows better.
 */
final class QuietRefusals extends TurboFilter {

    private static final String NAME = QuietRefusals.class.getName();
    private static final String DOORS = "org.camunda.bpm.engine.rest.exception";

    private QuietRefusals() {
        setName(NAME);
    }

    static void register() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(filter -> NAME.equals(filter.getName()))) {
            QuietRefusals filter = new QuietRefusals();
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        if (logger.getName().equals(DOORS) && Refusals.noteError(error(format, parameters, thrown))) {
            return FilterReply.DENY;
        }
        boolean refusal = RequestContextHolder.getRequestAttributes() != null
                && logger.getName().startsWith("org.camunda.bpm.engine")
                && errors(parameters, thrown).anyMatch(QuietRefusals::isRefusal);
        return refusal ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** The doors log some errors as such and some as text, with the stack in it; null for the question whether they log at all. */
    private static Object error(String format, Object[] parameters, Throwable thrown) {
        return errors(parameters, thrown)
                .findFirst()
                .orElseGet(
                        () -> MessageFormatter.arrayFormat(format, parameters).getMessage());
    }

    private static Stream<Object> errors(Object[] parameters, Throwable thrown) {
        return Stream.concat(
                Stream.ofNullable(thrown),
                parameters == null ? Stream.empty() : Stream.of(parameters).filter(Throwable.class::isInstance));
    }

    private static boolean isRefusal(Object thrown) {
        for (Throwable cause = (Throwable) thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) {
                return true;
            }
        }
        return false;
    }
}
