package vn.lienket.assignment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.assignment.process.AbsenceModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Who registers, sees and ends whose absence, and what becomes of the work. */
@IntegrationTest
class AbsenceApiTest {

    private static final String ROOT = "/api/v1/absences";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String AWAY = "binhduong.officer2";
    private static final String SUBSTITUTE = "binhduong.officer1";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from lienket.absence where registered_by is not null").update();
        jdbc.sql("insert into lienket.directory_version default values").update();
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer2, CREATED",
        "binhduong.leader2,  CREATED",
        "binhduong.manager1, CREATED",
        "binhduong.officer1, FORBIDDEN",
        "binhduong.clerk1,   FORBIDDEN",
        "tayninh.leader1,    FORBIDDEN",
        "qtsc.manager1,      FORBIDDEN",
        "admin,              FORBIDDEN"
    })
    void isRegisteredByThePersonAndHisLeadersAndManagers(String by, HttpStatus status) {
        Answer answer = register(by, Map.of());

        if (status == HttpStatus.CREATED) {
            answer.expect(status);
            assertThat(answer.header("Location")).isEqualTo(ROOT + "/" + answer.text("id"));
            assertThat(answer.text("state")).isEqualTo("planned");
            assertThat(answer.text("registeredBy")).isEqualTo(by);
        } else {
            answer.expectRefusal(status);
            assertThat(registered()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person     |                     | Người vắng mặt",
                "person     | khong.co            | không có người nào",
                "from       | 2020-01-01          | không đăng ký cho ngày đã qua",
                "from       | 31/12/2039          | nhập ngày theo dạng",
                "to         | 2039-12-30          | không được trước ngày bắt đầu",
                "to         |                     | Đến ngày",
                "to         | 2049-12-31          | một kỳ vắng mặt dài nhất 366 ngày",
                "substitute | binhduong.officer2  | không thể là chính người vắng mặt",
                "substitute | tayninh.officer1    | thuộc đơn vị khác",
                "substitute | binhduong.legal1    | không có vai trò nào chung",
                "substitute | khong.co            | không có người nào"
            })
    void isRefusedByTheNameOfTheWrongField(String field, String value, String sentence) {
        Answer answer = register(AWAY, field, value == null ? "" : value);

        assertThat(answer.expectRefusal(HttpStatus.BAD_REQUEST).sentence()).contains(sentence);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(registered()).isZero();
    }

    @Test
    void isRefusedForWorkThatNobodyDoes() {
        for (Object kinds : List.of(List.of("NoSuchProcess"), List.of(AbsenceModel.PROCESS))) {
            assertThat(register(AWAY, "kinds", kinds)
                            .expectRefusal(HttpStatus.BAD_REQUEST)
                            .sentence())
                    .startsWith("Loại việc:");
        }
    }

    @Test
    void isRefusedBesideAnother() {
        register(AWAY, Map.of()).expect(HttpStatus.CREATED);

        Answer overlapping = register(AWAY, Map.of()).expectRefusal(HttpStatus.CONFLICT);
        assertThat(overlapping.sentence()).contains("đã đăng ký vắng mặt từ ngày 31/12/2039");
        assertThat(overlapping.json().at("/errors/0/field").asText()).isEqualTo("from");
        assertThat(register("binhduong.leader1", Map.of("person", SUBSTITUTE, "substitute", AWAY))
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .contains("vòng tròn");
        assertThat(register("binhduong.leader1", Map.of("person", SUBSTITUTE, "substitute", ""))
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .contains("đang nhận làm thay");
        assertThat(registered()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer2, OK,        NO_CONTENT",
        "binhduong.leader2,  OK,        NO_CONTENT",
        "binhduong.manager1, OK,        NO_CONTENT",
        "binhduong.officer1, OK,        FORBIDDEN",
        "binhduong.clerk1,   NOT_FOUND, NOT_FOUND",
        "tayninh.leader1,    NOT_FOUND, NOT_FOUND",
        "admin,              NOT_FOUND, NOT_FOUND"
    })
    void isSeenAndEndedByThoseWhomItConcerns(String person, HttpStatus seen, HttpStatus ended) {
        String id = register(AWAY, Map.of()).expect(HttpStatus.CREATED).text("id");

        cooperation.as(person).get(ROOT + "/" + id).expect(seen);
        assertThat(ids(person).contains(id)).isEqualTo(seen == HttpStatus.OK);
        assertThat(cooperation.as(person).open("/account/absences").body().contains(id))
                .as("a button to end it")
                .isEqualTo(ended == HttpStatus.NO_CONTENT);
        cooperation.as(person).delete(ROOT + "/" + id).expect(ended);

        assertThat(cooperation.as(AWAY).get(ROOT + "/" + id).text("state"))
                .isEqualTo(ended == HttpStatus.NO_CONTENT ? "cancelled" : "planned");
    }

    @Test
    void isListedByPages() {
        register(AWAY, Map.of()).expect(HttpStatus.CREATED);
        register(AWAY, Map.of("from", "2039-11-01", "to", "2039-11-02")).expect(HttpStatus.CREATED);

        JsonNode page = cooperation.as(AWAY).get(ROOT + "?page=1&size=1").json();

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/from").asText()).isEqualTo("2039-11-01");
        cooperation.as(AWAY).get(ROOT + "?size=201").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.as(AWAY).get(ROOT + "?page=-1").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void endsOnThePageWithOneClick() {
        String id = register(AWAY, Map.of()).expect(HttpStatus.CREATED).text("id");

        assertThat(cooperation
                        .as(AWAY)
                        .submit("/account/absences", Map.of("absence", id))
                        .status())
                .isEqualTo(302);

        assertThat(cooperation.as(AWAY).get(ROOT + "/" + id).text("state")).isEqualTo("cancelled");
    }

    @Test
    void standsInTheAuditTrail() {
        String id = register("binhduong.leader1", Map.of()).text("id");
        cooperation.as(AWAY).delete(ROOT + "/" + id);

        JsonNode trail = cooperation.as("admin").get("/api/v1/audit?size=200").json();

        assertThat(trail.path("items"))
                .anySatisfy(line -> {
                    assertThat(line.path("act").asText()).isEqualTo("absence.registered");
                    assertThat(line.path("actor").asText()).isEqualTo("binhduong.leader1");
                    assertThat(line.path("onBehalfOf").asText()).isEqualTo(AWAY);
                })
                .anySatisfy(line -> assertThat(line.path("act").asText()).isEqualTo("absence.ended"));
    }

    @Test
    void letsTheSubstituteActInItsPersonsNameAlsoForThoseWhoReadLater() {
        AgreementCase agreement = cooperation.agreement();
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        cooperation
                .as(AWAY)
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", AWAY))
                .expect(HttpStatus.NO_CONTENT);
        String id = register(
                        AWAY,
                        Map.of("from", TODAY.toString(), "to", TODAY.plusDays(1).toString()))
                .expect(HttpStatus.CREATED)
                .text("id");

        JsonNode borrowed =
                cooperation.as(SUBSTITUTE).get("/engine-rest/task/" + task).json();
        assertThat(borrowed.path("assignee").asText()).isEqualTo(SUBSTITUTE);
        assertThat(borrowed.path("owner").asText()).isEqualTo(AWAY);
        cooperation.as(SUBSTITUTE).complete(task, Map.of("generateDraft", true)).expect(HttpStatus.NO_CONTENT);
        cooperation.as(AWAY).delete(ROOT + "/" + id).expect(HttpStatus.NO_CONTENT);

        assertThat(cooperation
                        .as("tayninh.officer1")
                        .get("/api/v1/cases/" + agreement.code() + "/timeline")
                        .json())
                .anySatisfy(entry -> {
                    assertThat(entry.path("what").asText()).startsWith("Hoàn thành: ");
                    assertThat(entry.path("by").asText()).isEqualTo(SUBSTITUTE);
                    assertThat(entry.path("onBehalfOf").asText()).isEqualTo(AWAY);
                });
        assertThat(cooperation
                        .as("tayninh.officer1")
                        .open("/cases/" + agreement.code())
                        .body())
                .contains("thay mặt Chuyên viên 2");
        assertThat(cooperation.as(AWAY).get(ROOT + "/" + id).text("to")).isEqualTo(TODAY.toString());
    }

    private Answer register(String by, String field, Object value) {
        return register(by, Map.of(field, value));
    }

    private Answer register(String by, Map<String, Object> changes) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "person",
                AWAY,
                "from",
                "2039-12-31",
                "to",
                "2040-01-02",
                "substitute",
                SUBSTITUTE,
                "kinds",
                List.of()));
        fields.putAll(changes);
        return cooperation.as(by).post(ROOT, fields);
    }

    private List<String> ids(String person) {
        return cooperation
                .as(person)
                .get(ROOT + "?size=200")
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private long registered() {
        return jdbc.sql("select count(*) from lienket.absence where registered_by is not null")
                .query(Long.class)
                .single();
    }
}
