package vn.lienket.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.password.PasswordPolicy;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The passwords of the engine's users. */
@Component
public class Passwords {

    private final IdentityService identityService;
    private final OnBehalf onBehalf;
    private final JdbcClient jdbc;

    Passwords(IdentityService identityService, OnBehalf onBehalf, JdbcClient jdbc) {
        this.identityService = identityService;
        this.onBehalf = onBehalf;
        this.jdbc = jdbc;
    }

    /**
     * Gives a person a new password, and forgets wrong attempts on his account; 404 without an account, 400 if the password is
     * against the policy.
     */
    public void set(String personId, String password) {
        onBehalf.doAsTheProduct(() -> change(personId, password));
    }

    private void change(String personId, String password) {
        User user = identityService.createUserQuery().userId(personId).singleResult();
        if (user == null) {
            throw ProblemException.notFound(Sentences.NO_ACCOUNT.formatted(personId));
        }
        List<ProblemException.Field> problems =
                PasswordPolicy.problems(password, user.getId(), GuardedIdentityService.nameOf(user)).stream()
                        .map(sentence -> new ProblemException.Field("password", sentence))
                        .toList();
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.unlockUser(personId);
    }

    /** What is stored for this user; empty if there is none, or none with a password. */
    public Optional<StoredPassword> stored(String userId) {
        return jdbc.sql("select pwd_, salt_ from act_id_user where id_ = ? and pwd_ is not null and salt_ is not null")
                .param(userId)
                .query((row, number) -> new StoredPassword(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Stores the same password hashed anew, unless it has been changed meanwhile. */
    public boolean renew(String userId, StoredPassword old, StoredPassword renewed) {
        return jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ?, rev_ = rev_ + 1 where id_ = ? and pwd_ = ?")
                        .params(renewed.hash(), renewed.salt(), userId, old.hash())
                        .update()
                == 1;
    }

    /** Whether the user is an administrator of the engine. */
    public boolean ofAdministrator(String userId) {
        return jdbc.sql(
                        "select exists (select from act_id_membership where user_id_ = ? and group_id_ = 'camunda-admin')")
                .param(userId)
                .query(Boolean.class)
                .single();
    }
}
