package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** Changing a password at the engine's doors. */
@IntegrationTest
class CredentialsTest {

    private static final String EXPERT = "tayninh.expert2";
    private static final String NEW = "con trâu đi trước cái cày";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void demoPassword() {
        jdbc.sql("""
                        update act_id_user expert set pwd_ = other.pwd_, salt_ = other.salt_ from act_id_user other
                        where expert.id_ = ? and other.id_ = 'tayninh.expert1'""").param(EXPERT).update();
        jdbc.sql("delete from lienket.sign_in_attempts").update();
    }

    @Test
    void whoeverChangesHisPasswordKnowsTheOldOneAndTakesAGoodOne() {
        Actor expert = cooperation.as(EXPERT);

        assertThat(change(expert, "sai", NEW)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Mật khẩu hiện tại của bạn không đúng.");
        assertThat(change(expert, "lienket", "aaaaaaaaaaaa")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .startsWith("Mật khẩu này dễ đoán");
        assertThat(change(expert, "lienket", "tayninh.expert2 57")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .startsWith("Mật khẩu không được chứa tên đăng nhập.");
        change(expert, "lienket", NEW).expect(HttpStatus.NO_CONTENT);

        cooperation.as(EXPERT, NEW).get("/engine-rest/task").expect(HttpStatus.OK);
        expert.get("/engine-rest/task").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void guessesAtTheOldPasswordAreAttempts() {
        Session browser = cooperation.session(EXPERT);
        int guesses = 0;
        while (change(browser, "sai " + guesses, NEW).status() == HttpStatus.BAD_REQUEST.value()) {
            assertThat(++guesses).isLessThan(20);
        }

        assertThat(guesses).isGreaterThanOrEqualTo(5);
        assertThat(change(browser, "sai", NEW)
                        .expectRefusal(HttpStatus.FORBIDDEN)
                        .sentence())
                .startsWith("Đã thử sai nhiều lần.");
    }

    @Test
    void theAdministratorGivesHisOwnPasswordToSetAnothers() {
        Actor admin = cooperation.as("admin");

        change(admin, "sai", NEW).expectRefusal(HttpStatus.BAD_REQUEST);
        change(admin, "lienket", "123456789012").expectRefusal(HttpStatus.BAD_REQUEST);
        change(admin, "lienket", NEW).expect(HttpStatus.NO_CONTENT);

        cooperation.as(EXPERT, NEW).get("/engine-rest/task").expect(HttpStatus.OK);
    }

    private static Answer change(Actor who, String own, String password) {
        return who.put(
                "/engine-rest/user/" + EXPERT + "/credentials",
                Map.of("password", password, "authenticatedUserPassword", own));
    }
}
