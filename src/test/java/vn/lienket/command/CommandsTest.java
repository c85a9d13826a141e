package vn.lienket.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.access.AccessTest;
import vn.lienket.access.Outcome;
import vn.lienket.access.SecondFactors;
import vn.lienket.access.SignIn;

/** What the operator runs beside the application, on the database of a running one. */
@AccessTest
class CommandsTest {

    private static final String FORGOTTEN = "con trâu đi trước cái cày";
    private static final String NEW = "T7#vq2!${x}Lm9zR";
    private static final String ADDRESS = "203.0.113.7";

    @TempDir
    Path directory;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    IdentityService identityService;

    @Autowired
    SignIn signIn;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Object> environment = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void runningApplication() {
        jdbc.sql("delete from lienket.sign_in_attempts").update();
        jdbc.sql("delete from lienket.second_factor").update();
        jdbc.sql("delete from act_id_membership where user_id_ = 'admin'").update();
        identityService.deleteUser("admin");
        User admin = identityService.newUser("admin");
        admin.setPassword(FORGOTTEN);
        identityService.saveUser(admin);
        if (identityService.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            identityService.saveGroup(identityService.newGroup(Groups.CAMUNDA_ADMIN));
        }
        environment.put("LIENKET_DB_URL", postgres.getJdbcUrl("postgres", "postgres"));
        environment.put("LIENKET_DB_USERNAME", "postgres");
        environment.put("LIENKET_DB_PASSWORD", "postgres");
    }

    @Test
    void withoutACommandTheApplicationStarts() {
        assertThat(Commands.run()).isEmpty();
        assertThat(Commands.run("--server.port=9090", "unlock")).isEmpty();
    }

    @Test
    void unlockLetsInAtOnceWhomWrongAttemptsMakeWait() {
        for (int attempt = 0; attempt < 6; attempt++) {
            signIn.verify("admin", "sai", ADDRESS);
        }
        assertThat(signIn.verify("admin", FORGOTTEN, ADDRESS).kind()).isEqualTo(Outcome.Kind.WAIT);

        assertThat(run("unlock", "admin")).isZero();
        assertThat(jdbc.sql("select detail from audit.entry where act = 'operator.command' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("unlock admin");

        assertThat(signIn.verify("admin", FORGOTTEN, ADDRESS).accepted()).isTrue();
    }

    @Test
    void resetAdminGivesItThePasswordOfTheEnvironmentAndNothingOfBefore() {
        jdbc.sql("""
                        create table if not exists lienket.spring_session (
                            primary_id char(36) primary key, session_id char(36) not null, creation_time bigint not null,
                            last_access_time bigint not null, max_inactive_interval int not null,
                            expiry_time bigint not null, principal_name varchar(100))""").update();
        for (String person : List.of("admin", "legal1")) {
            jdbc.sql("insert into lienket.spring_session values (?, ?, 0, 0, 0, 0, ?)")
                    .params(person, person, person)
                    .update();
        }
        secondFactors.enrol("admin");
        environment.put("LIENKET_ADMIN_PASSWORD", NEW);

        assertThat(run("reset-admin")).isZero();

        assertThat(text()).doesNotContain(NEW);
        assertThat(signIn.verify("admin", NEW, ADDRESS).kind())
                .as("an administrator again, who has to enrol")
                .isEqualTo(Outcome.Kind.ENROLMENT);
        assertThat(signIn.verify("admin", FORGOTTEN, ADDRESS).kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(secondFactors.remove("admin")).isFalse();
        assertThat(jdbc.sql("select principal_name from lienket.spring_session")
                        .query(String.class)
                        .list())
                .containsExactly("legal1");
        jdbc.sql("delete from lienket.spring_session").update();
    }

    @Test
    void resetAdminMakesAPasswordAndPrintsItOnce() {
        assertThat(run("reset-admin")).isZero();

        String password = text().strip().replaceFirst("^.*: ", "");
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(signIn.verifyAgain("admin", password, ADDRESS).accepted()).isTrue();
    }

    @Test
    void resetAdminHoldsThePasswordToThePolicy() {
        environment.put("LIENKET_ADMIN_PASSWORD", "aaaaaaaaaaaa");

        assertThat(run("reset-admin")).isEqualTo(1);

        assertThat(text())
                .startsWith("LIENKET_ADMIN_PASSWORD: Mật khẩu này dễ đoán")
                .doesNotContain("aaaaaaaaaaaa");
        assertThat(signIn.verifyAgain("admin", FORGOTTEN, ADDRESS).accepted()).isTrue();
    }

    @Test
    void aLostSecondFactorIsTakenAway() {
        secondFactors.enrol("admin");

        assertThat(run("remove-second-factor", "admin")).isZero();
        assertThat(secondFactors.remove("admin")).isFalse();
    }

    @Test
    void whatCannotBeDoneIsSaidInVietnamese() {
        assertThat(run("unlock", "nobody")).isEqualTo(1);
        assertThat(text()).startsWith("Không có tài khoản “nobody”.");

        assertThat(run("unlock")).isEqualTo(2);
        assertThat(run("unlok", "admin")).isEqualTo(2);
        assertThat(text()).contains("Các lệnh:", "  unlock <tên đăng nhập>", "  reset-admin");

        environment.put("LIENKET_DB_PASSWORD", "");
        assertThat(run("unlock", "admin")).isEqualTo(1);
        assertThat(text()).contains("LIENKET_DB_PASSWORD: đang để trống.");
    }

    @Test
    void aFileIsSignedWithoutADatabase() {
        environment.clear();
        environment.put("LIENKET_DATA_DIR", directory.toString());

        assertThat(run("sign")).isEqualTo(2);
        assertThat(text()).contains("  sign --key <tệp .p12>");
        assertThat(run("sign", "--key", "none.p12", "--password", "mật-khẩu", "--in", "a.pdf", "--out", "b.pdf"))
                .isEqualTo(1);

        assertThat(text()).startsWith("Không có tệp a.pdf.").doesNotContain("mật-khẩu");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutDataNoneAreMade() {
        environment.clear();
        environment.put("LIENKET_DATA_DIR", directory.toString());

        assertThat(run("reset-admin")).isEqualTo(1);

        assertThat(text()).startsWith("Không có dữ liệu của LienKet trong " + directory);
        assertThat(directory).isEmptyDirectory();
    }

    private int run(String... arguments) {
        output.reset();
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", environment));
        return new Commands(settings, new PrintStream(output, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
