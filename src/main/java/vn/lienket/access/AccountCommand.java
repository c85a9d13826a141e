package vn.lienket.access;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.command.OperatorCommand;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.problem.Sentences;

/** A command on the account that its argument names. */
abstract class AccountCommand implements OperatorCommand {

    @Override
    public final int arguments() {
        return 1;
    }

    @Override
    public final String run(List<String> arguments, ConfigurableEnvironment environment, JdbcClient database) {
        String userId = arguments.get(0);
        requireAccount(userId, database);
        return run(userId, database);
    }

    abstract String run(String userId, JdbcClient database);

    static void requireAccount(String userId, JdbcClient database) {
        OperatorCommand.requireTables(database, "act_id_user", "lienket.second_factor");
        boolean known = database.sql("select exists (select from act_id_user where id_ = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new StartRefusedException(
                    Sentences.NO_ACCOUNT.formatted(userId), "Xem lại tên đăng nhập; nó phân biệt chữ hoa, chữ thường.");
        }
    }
}
