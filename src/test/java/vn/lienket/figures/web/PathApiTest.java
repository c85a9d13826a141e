package vn.lienket.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Finished cases and the steps of a process, of a year in which no other test has anything; the rows are gone afterwards. */
@IntegrationTest
class PathApiTest {

    private static final String FINISHED = "/api/v1/figures/finished?from=1996-01-01&to=1996-12-31";
    private static final String STEPS =
            "/api/v1/figures/steps?process=%s&from=1996-01-01&to=1996-06-30".formatted(AgreementModel.SIGNING_PROCESS);
    private static final String CHANNEL = "binhduong-tayninh";
    private static final String OTHER = "binhduong-qtsc";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from lienket.task_fact where task_id like 'path-%'").update();
        jdbc.sql("delete from lienket.case_clock where case_code like 'H09-96%'")
                .update();
        jdbc.sql("delete from lienket.dossier_text where code like 'H09-96%'").update();
        jdbc.sql("delete from lienket.dossier where code like 'H09-96%'").update();
    }

    @Test
    void finishedCasesAreFoundByHowAndWhenTheyEnded() {
        finished(
                "H09-960101-0001",
                "Chia sẻ bản đồ giếng khoan",
                "agreement",
                CHANNEL,
                "binhduong",
                "1996-02-01",
                "ON_TIME");
        finished("H09-960101-0002", "Chia sẻ bản đồ ao hồ", "agreement", CHANNEL, "binhduong", "1996-03-01", "LATE");
        finished("H09-960101-0003", "Giếng khoan", "transfer", CHANNEL, "tayninh", "1996-04-01", "WITHDRAWN");

        assertThat(codes("binhduong.manager1", FINISHED))
                .containsExactly("H09-960101-0003", "H09-960101-0002", "H09-960101-0001");
        assertThat(codes("binhduong.manager1", FINISHED + "&text=gieng"))
                .containsExactly("H09-960101-0003", "H09-960101-0001");
        assertThat(codes("binhduong.manager1", FINISHED + "&outcome=LATE")).containsExactly("H09-960101-0002");
        assertThat(codes("binhduong.manager1", FINISHED + "&kind=transfer")).containsExactly("H09-960101-0003");
        assertThat(codes("binhduong.manager1", FINISHED + "&organisation=binhduong&channel=" + CHANNEL))
                .containsExactly("H09-960101-0002", "H09-960101-0001");
        assertThat(codes("binhduong.manager1", "/api/v1/figures/finished?from=1996-03-01&to=1996-03-01"))
                .containsExactly("H09-960101-0002");
        assertThat(codes("binhduong.manager1", "/api/v1/figures/finished?text=H09-960101-0001"))
                .containsExactly("H09-960101-0001");
    }

    @Test
    void theNextPageGoesOnWhereTheLastEnded() {
        finished("H09-960101-0001", "Một", "agreement", CHANNEL, "binhduong", "1996-02-01", "ON_TIME");
        finished("H09-960101-0002", "Hai", "agreement", CHANNEL, "binhduong", "1996-02-01", "EARLY");
        finished("H09-960101-0003", "Ba", "agreement", OTHER, "binhduong", "1996-02-01", "DECLINED");

        JsonNode first = json("binhduong.manager1", FINISHED + "&size=2");
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("next").asText()).isEqualTo("H09-960101-0002");
        JsonNode second = json("binhduong.manager1", FINISHED + "&size=2&after=H09-960101-0002");
        assertThat(each(second.path("items"), "caseCode")).containsExactly("H09-960101-0001");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void finishedCasesAreForWhoHasInsight() {
        finished("H09-960101-0001", "Một", "agreement", CHANNEL, "binhduong", "1996-02-01", "ON_TIME");
        finished("H09-960101-0002", "Hai", "transfer", CHANNEL, "tayninh", "1996-02-01", "EARLY");
        finished("H09-960101-0003", "Ba", "agreement", OTHER, "binhduong", "1996-02-01", "LATE");

        assertThat(codes("tayninh.manager1", FINISHED)).containsExactly("H09-960101-0002", "H09-960101-0001");
        assertThat(codes("tayninh.leader1", FINISHED)).containsExactly("H09-960101-0002");
        assertThat(codes("admin", FINISHED)).hasSize(3);
        cooperation.as("binhduong.officer1").get(FINISHED).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("tayninh.manager1").get(FINISHED + "&channel=" + OTHER).expectRefusal(HttpStatus.BAD_REQUEST);
        // a code of another channel tells nothing as a place to go on from either
        assertThat(cooperation
                        .as("tayninh.manager1")
                        .get(FINISHED + "&after=H09-960101-0003")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .text("detail"))
                .isEqualTo(cooperation
                        .as("tayninh.manager1")
                        .get(FINISHED + "&after=garbage")
                        .text("detail"))
                .contains("(after)");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (String wrong : List.of(
                "outcome=GOOD",
                "after=garbage",
                "after=%00",
                "kind=none",
                "organisation=none",
                "size=0",
                "from=1996-02-30",
                "from=1997-01-01")) {
            cooperation
                    .as("admin")
                    .get("/api/v1/figures/finished?to=1996-12-31&" + wrong)
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        }
        assertThat(refusal("/api/v1/figures/finished?outcome=GOOD", HttpStatus.BAD_REQUEST))
                .contains("EARLY (trước hạn), ON_TIME (đúng hạn)");
        assertThat(refusal("/api/v1/figures/steps?process=none", HttpStatus.NOT_FOUND))
                .contains("(process)");
        assertThat(refusal(STEPS + "&version=99", HttpStatus.NOT_FOUND))
                .isEqualTo("Quy trình “Ký kết thỏa thuận hợp tác” không có phiên bản này (version).");
        cooperation.as("admin").get(STEPS + "&to=1998-06-30").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.as("binhduong.officer1").get(STEPS).expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void stepsAreCountedInWorkingDaysAgainstTheirTerm() {
        for (int days = 1; days <= 10; days++) {
            done("path-" + days, CHANNEL, "binhduong", days, 3);
        }
        done("path-other", OTHER, "binhduong", 40, 3);
        done("path-tayninh", CHANNEL, "tayninh", 7, 3);
        jdbc.sql("update lienket.task_fact set cancelled = true where task_id = 'path-10'")
                .update();

        JsonNode review = review("binhduong.manager1", STEPS + "&channel=" + CHANNEL);
        assertThat(review.path("passages").asInt()).isEqualTo(10);
        assertThat(review.path("medianDays").asInt()).isEqualTo(percentile("0.5"));
        assertThat(review.path("p90Days").asInt()).isEqualTo(percentile("0.9"));
        assertThat(review.path("termDays").asInt()).isEqualTo(3);
        assertThat(review.path("late").asInt()).isEqualTo(7);
        assertThat(review("tayninh.leader1", STEPS).path("medianDays").asInt()).isEqualTo(7);
        assertThat(review("binhduong.manager1", STEPS).path("passages").asInt()).isEqualTo(11);
        assertThat(review("admin", STEPS + "&version=1").path("passages").asInt())
                .isEqualTo(11);
    }

    @Test
    void theProcessWithMostOpenTasksIsShownUnlessAnotherIsAskedFor() {
        int most = jdbc.sql("""
                        select coalesce(max(n), 0) from (
                            select count(*) as n from lienket.task_fact where ended_at is null and channel = ? group by process) open""").param(CHANNEL).query(Integer.class).single();
        for (int i = 0; i <= most; i++) {
            open("path-most-" + i, "H09-960101-0001", "2190-03-01");
        }

        for (String process : List.of("", "&process=", "&process=" + AgreementModel.SIGNING_PROCESS)) {
            assertThat(json("binhduong.manager1", "/api/v1/figures/steps?channel=" + CHANNEL + process)
                            .path("process")
                            .asText())
                    .isEqualTo(AgreementModel.SIGNING_PROCESS);
        }
    }

    @Test
    void openTasksWaitNowAndAreLateUnlessTheClockStands() {
        open("path-late", "H09-960101-0001", "1996-03-01");
        open("path-paused", "H09-960101-0002", "1996-03-01");
        finished("H09-960101-0002", "Dừng", "agreement", CHANNEL, "binhduong", "1996-02-01", "LATE");
        jdbc.sql(
                        "insert into lienket.case_clock (case_code, organisation, stopped_at) values ('H09-960101-0002', 'binhduong', now())")
                .update();
        open("path-in-time", "H09-960101-0003", "2190-03-01");

        JsonNode step = review("binhduong.leader1", STEPS);
        assertThat(step.path("passages").asInt()).isZero();
        assertThat(step.path("medianDays").isNull()).isTrue();
        assertThat(step.path("open").asInt()).isEqualTo(3);
        assertThat(step.path("overdue").asInt()).isEqualTo(1);
        jdbc.sql("delete from lienket.case_clock where case_code = 'H09-960101-0002'")
                .update();
    }

    private String refusal(String path, HttpStatus status) {
        return cooperation.as("admin").get(path).expectRefusal(status).text("detail");
    }

    private int percentile(String part) {
        return jdbc.sql("""
                        select percentile_disc(cast(? as float8)) within group (order by working_days) from lienket.task_fact
                        where task_id like 'path-%' and channel = ? and not cancelled""").params(part, CHANNEL).query(Integer.class).single();
    }

    private void finished(
            String code, String title, String kind, String channel, String organisation, String day, String outcome) {
        jdbc.sql("""
                        with opened as (
                            insert into lienket.dossier
                            (code, kind, title, channel, lead_organisation, status, closed, opened_by, opened_at, changed_at)
                            values (:code, :kind, :title, :channel, :lead, 10, true, 'admin', :opened, :closed)),
                        named as (insert into lienket.dossier_text (code, words) values (:code, :code || ' ' || :title))
                        insert into lienket.case_fact (code, kind, channel, organisation, opened_at, closed_at, outcome)
                        values (:code, :kind, :channel, :lead, :opened, :closed, :outcome)""")
                .param("code", code)
                .param("kind", kind)
                .param("title", title)
                .param("channel", channel)
                .param("lead", organisation)
                .param("opened", at("1996-01-01"))
                .param("closed", at(day))
                .param("outcome", outcome)
                .update();
    }

    private void done(String task, String channel, String organisation, int days, int term) {
        fact(task, "H09-960101-0009", channel, organisation, null);
        jdbc.sql("update lienket.task_fact set ended_at = ?, working_days = ?, term_days = ? where task_id = ?")
                .params(at("1996-02-01"), days, term, task)
                .update();
    }

    private void open(String task, String code, String due) {
        fact(task, code, CHANNEL, "binhduong", at(due));
    }

    private void fact(String task, String code, String channel, String organisation, OffsetDateTime due) {
        jdbc.sql("""
                        insert into lienket.task_fact
                        (task_id, case_code, channel, process, definition, step, step_name, organisation, created_at, due_at)
                        select ?, ?, ?, d.key_, d.id_, ?, 'Bước của phép thử', ?, ?, ? from act_re_procdef d
                        where d.key_ = ? and d.version_ = 1""")
                .params(
                        task,
                        code,
                        channel,
                        "Task_OfPathTest",
                        organisation,
                        at("1996-01-02"),
                        due,
                        AgreementModel.SIGNING_PROCESS)
                .update();
    }

    private static OffsetDateTime at(String day) {
        return OffsetDateTime.parse(day + "T09:00+07:00");
    }

    private JsonNode review(String user, String path) {
        return StreamSupport.stream(json(user, path).path("steps").spliterator(), false)
                .filter(step -> step.path("step").asText().equals("Task_OfPathTest"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(String user, String path) {
        return each(json(user, path).path("items"), "caseCode");
    }

    private JsonNode json(String user, String path) {
        return cooperation.as(user).get(path).expect(HttpStatus.OK).json();
    }

    private static List<String> each(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
