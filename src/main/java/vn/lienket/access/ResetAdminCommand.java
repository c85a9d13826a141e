package vn.lienket.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.codec.binary.Base32;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.command.OperatorCommand;
import vn.lienket.engine.StoredPassword;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.password.PasswordPolicy;

/** Gives the administrator back to whoever runs the server: a new password, no second factor, no waits, no session of before. */
class ResetAdminCommand implements OperatorCommand {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "LIENKET_ADMIN_PASSWORD";
    private static final int GENERATED_BYTES = 15;

    @Override
    public String name() {
        return "reset-admin";
    }

    @Override
    public String usage() {
        return ": đặt lại mật khẩu của admin theo " + PASSWORD + ", hoặc tạo một mật khẩu nếu biến này trống";
    }

    @Override
    public int arguments() {
        return 0;
    }

    @Override
    public String run(List<String> arguments, ConfigurableEnvironment environment, JdbcClient database) {
        AccountCommand.requireAccount(ADMIN, database);
        String given = written(environment);
        if (!given.isEmpty()) {
            List<String> problems = PasswordPolicy.problems(given, ADMIN, null);
            if (!problems.isEmpty()) {
                throw new StartRefusedException(
                        PASSWORD + ": " + String.join(" ", problems), "Đặt mật khẩu khác, hoặc bỏ trống biến này.");
            }
        }
        String password = given.isEmpty() ? generated() : given;
        setPassword(password, database);
        database.sql("""
                        insert into act_id_membership (user_id_, group_id_)
                        select id_, 'camunda-admin' from act_id_user where id_ = ?
                        on conflict do nothing""").param(ADMIN).update();
        endSessions(database);
        new Authenticators(database).remove(ADMIN);
        Attempts.forgive(ADMIN, database);
        return given.isEmpty()
                ? "Mật khẩu mới của admin, chỉ hiện một lần này: " + password
                : "Mật khẩu của admin là mật khẩu trong " + PASSWORD + ".";
    }

    // not getProperty: that would take "${" in a password for a placeholder
    private static String written(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .map(source -> source.getProperty(PASSWORD))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static void setPassword(String password, JdbcClient database) {
        StoredPassword stored = StoredPassword.of(password);
        database.sql("""
                        update act_id_user set pwd_ = ?, salt_ = ?, rev_ = rev_ + 1, attempts_ = 0, lock_exp_time_ = null
                        where id_ = ?""").params(stored.hash(), stored.salt(), ADMIN).update();
    }

    private static void endSessions(JdbcClient database) {
        boolean kept = database.sql("select to_regclass('lienket.spring_session') is not null")
                .query(Boolean.class)
                .single();
        if (kept) {
            database.sql("delete from lienket.spring_session where principal_name = ?")
                    .param(ADMIN)
                    .update();
        }
    }

    private static String generated() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{6})(?=.)", "$1-");
    }
}
