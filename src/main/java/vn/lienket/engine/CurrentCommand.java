package vn.lienket.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Remembers which command of the outermost API call runs in this thread, because a command checker is not told. */
class CurrentCommand extends CommandInterceptor {

    private final ThreadLocal<String> outermost = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        if (outermost.get() != null) {
            return next.execute(command);
        }
        outermost.set(command.getClass().getSimpleName());
        try {
            return next.execute(command);
        } finally {
            outermost.remove();
        }
    }

    /** The simple class name of the command, or "" outside of one. */
    String name() {
        String name = outermost.get();
        return name == null ? "" : name;
    }
}
