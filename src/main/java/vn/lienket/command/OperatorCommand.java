package vn.lienket.command;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.mode.StartRefusedException;

/** A command of the operator; registered in {@code META-INF/spring.factories}, because it runs without the application. */
public non-sealed interface OperatorCommand extends Command {

    /**
     * Does the work, in one transaction.
     *
     * @param environment the variables that the application is started with
     * @param database the application's, as its own user
     * @return what the operator reads, in Vietnamese
     * @throws StartRefusedException if it cannot be done; nothing has been changed then
     */
    String run(List<String> arguments, ConfigurableEnvironment environment, JdbcClient database);

    /** Refuses a database on which this version has not run yet. */
    static void requireTables(JdbcClient database, String... tables) {
        for (String table : tables) {
            boolean there = database.sql("select to_regclass(?) is not null")
                    .param(table)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                throw new StartRefusedException(
                        "Cơ sở dữ liệu này chưa có dữ liệu của phiên bản LienKet này.",
                        "Khởi động LienKet một lần trước.");
            }
        }
    }
}
