package vn.lienket.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.web.context.request.RequestContextHolder;
import vn.lienket.problem.ProblemException;

/** Keeps refusals of requests out of the engine's log, which takes each for a fault of its own and prints its stack. */
final class QuietRefusals extends TurboFilter {

    private static final String NAME = QuietRefusals.class.getName();

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
        boolean refusal = RequestContextHolder.getRequestAttributes() != null
                && logger.getName().startsWith("org.camunda.bpm.engine")
                && Stream.concat(
                                Stream.ofNullable(thrown),
                                parameters == null
                                        ? Stream.empty()
                                        : Stream.of(parameters).filter(Throwable.class::isInstance))
                        .anyMatch(QuietRefusals::isRefusal);
        return refusal ? FilterReply.DENY : FilterReply.NEUTRAL;
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
