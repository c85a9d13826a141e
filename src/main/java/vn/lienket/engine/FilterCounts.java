package vn.lienket.engine;

import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/**
 * How many tasks a filter finds, for Tasklist, which shows "999+" if they are more: counted to {@value #LIMIT} at most, so that it takes
 * the same time however many there are, and not at all after a page that ends with the last of them. Whoever counts over
 * {@code /engine-rest}, or counts anything else, is told the whole number.
 */
class FilterCounts extends CommandInterceptor {

    static final int LIMIT = 1000;

    private static final String COUNT = "selectTaskCountByQueryCriteria";
    private static final String BOUNDED = "selectBoundedTaskCount";
    private static final String END = ") countDistinct";

    /** What the page that this request has just listed says of the number of all; a list in HAL is followed by its count. */
    private static final ThreadLocal<Long> LISTED = new ThreadLocal<>();

    private final ThreadLocal<Boolean> bounded = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        boolean ofTasklist = Context.getCommandContext() == null
                && EngineDoor.open().filter(EngineDoor.WEBAPPS::equals).isPresent();
        if (ofTasklist && command instanceof ExecuteFilterListPageCmd list) {
            T page = next.execute(command);
            note(list, ((List<?>) page).size());
            return page;
        }
        return ofTasklist && command instanceof ExecuteFilterCountCmd ? count(command) : next.execute(command);
    }

    /** At the end of a request. */
    static void forget() {
        LISTED.remove();
    }

    private static void note(ExecuteFilterListPageCmd list, int size) {
        int first = (int) CommandInput.value(list, "firstResult");
        boolean last = size < (int) CommandInput.value(list, "maxResults") && (size > 0 || first == 0);
        if (last) {
            LISTED.set((long) first + size);
        } else {
            forget();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T count(Command<T> command) {
        Long listed = LISTED.get();
        if (listed != null) {
            return (T) listed;
        }
        bounded.set(true);
        try {
            return next.execute(command);
        } finally {
            bounded.remove();
        }
    }

    /** What counts tasks instead of the engine's own manager. */
    SessionFactory tasks() {
        return new InPlaceOf(TaskManager.class, Tasks::new);
    }

    private class Tasks extends TaskManager {

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            if (bounded.get() == null) {
                return super.findTaskCountByQueryCriteria(query);
            }
            configureQuery(query);
            return (long) getDbEntityManager().selectOne(BOUNDED, query);
        }
    }

    /** Adds the engine's own statement with a limit inside the count. */
    static void addStatement(Configuration statements) {
        MappedStatement count = statements.getMappedStatement(COUNT);
        statements.addMappedStatement(new MappedStatement.Builder(
                        statements,
                        BOUNDED,
                        query -> bounded(statements, count.getBoundSql(query)),
                        SqlCommandType.SELECT)
                .resultMaps(count.getResultMaps())
                .build());
    }

    private static BoundSql bounded(Configuration statements, BoundSql count) {
        String sql = count.getSql();
        int end = sql.lastIndexOf(END);
        if (end < 0) {
            throw new IllegalStateException("The engine counts tasks in another way: " + sql);
        }
        BoundSql limited = new BoundSql(
                statements,
                "%s limit %d%s".formatted(sql.substring(0, end), LIMIT, sql.substring(end)),
                count.getParameterMappings(),
                count.getParameterObject());
        count.getAdditionalParameters().forEach(limited::setAdditionalParameter);
        return limited;
    }
}
