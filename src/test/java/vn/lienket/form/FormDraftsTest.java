package vn.lienket.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.engine.EachDay;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** {@code /api/v1/drafts}: what is typed is kept for who types it, and for no longer than its task or start waits. */
@IntegrationTest
class FormDraftsTest {

    private static final String TASKS = "/api/v1/drafts/tasks/";
    private static final String START = "/api/v1/drafts/starts/" + AgreementModel.SIGNING_PROCESS;
    private static final String OFFICER = "binhduong.officer1";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void whatIsTypedIsReadAgainAsItWasByWhoTypedItOnly() {
        String task = draftTask(cooperation.agreement());
        Session officer = cooperation.session(OFFICER);
        officer.get(TASKS + task).expect(HttpStatus.NO_CONTENT);

        Map<String, Object> values = new HashMap<>();
        values.put("draftNote", "Ghi chú “dở” \\ \"\n");
        values.put("generateDraft", null);
        values.put("rows", List.of(Map.of("cost", 1000000000000L, "days", 1.5), Map.of()));
        values.put("holes", Arrays.asList(1, null));
        officer.put(TASKS + task, Map.of("values", Map.of("draftNote", "Ghi"))).expect(HttpStatus.NO_CONTENT);
        officer.put(TASKS + task, Map.of("values", values)).expect(HttpStatus.NO_CONTENT);

        Answer kept = cooperation.as(OFFICER).get(TASKS + task).expect(HttpStatus.OK);
        assertThat(kept.json().path("values")).isEqualTo(new ObjectMapper().valueToTree(values));
        assertThat(kept.text("savedAt")).isNotEmpty();
        assertThat(kept.header("Cache-Control")).isEqualTo("no-store");
        cooperation.as("binhduong.officer2").get(TASKS + task).expect(HttpStatus.NO_CONTENT);
        cooperation.as("admin").get(TASKS + task).expect(HttpStatus.NO_CONTENT);
        cooperation.as("binhduong.officer2").delete(TASKS + task).expect(HttpStatus.NO_CONTENT);
        assertThat(drafts(task)).isEqualTo(1);

        officer.delete(TASKS + task).expect(HttpStatus.NO_CONTENT);
        officer.get(TASKS + task).expect(HttpStatus.NO_CONTENT);
        officer.delete(TASKS + task).expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void onlyWhoMayWorkOnATaskTypesIntoIt() {
        AgreementCase agreement = cooperation.agreement();
        String task = draftTask(agreement);

        save(cooperation.anonymous(), task).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.anonymous().get(TASKS + task).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.anonymous().delete(TASKS + task).expectRefusal(HttpStatus.UNAUTHORIZED);
        save(cooperation.session(OFFICER).withoutToken(), task).expectRefusal(HttpStatus.FORBIDDEN);
        save(cooperation.as("qtsc.officer1"), task).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("qtsc.officer1").get(TASKS + task).expectRefusal(HttpStatus.NOT_FOUND);
        save(cooperation.as("binhduong.legal1"), task).expectRefusal(HttpStatus.FORBIDDEN);
        save(cooperation.as("binhduong.manager1"), task).expectRefusal(HttpStatus.FORBIDDEN);
        save(cooperation.as(OFFICER), "none").expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as(OFFICER).get(TASKS + "none").expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(drafts(task)).isZero();

        cooperation
                .as("binhduong.officer2")
                .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer2"))
                .expect(HttpStatus.NO_CONTENT);
        assertThat(save(cooperation.as(OFFICER), task)
                        .expectRefusal(HttpStatus.FORBIDDEN)
                        .sentence())
                .contains("đang do");
        save(cooperation.as("binhduong.officer2"), task).expect(HttpStatus.NO_CONTENT);
        save(cooperation.as("binhduong.leader1"), task).expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void aDraftEndsWithItsTaskHoweverThatEnds() {
        AgreementCase completed = cooperation.agreement();
        String task = draftTask(completed);
        save(cooperation.as(OFFICER), task).expect(HttpStatus.NO_CONTENT);
        save(cooperation.as("binhduong.officer2"), task).expect(HttpStatus.NO_CONTENT);
        completed.draft();
        assertThat(drafts(task)).isZero();
        save(cooperation.as(OFFICER), task).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as(OFFICER).get(TASKS + task).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as(OFFICER).delete(TASKS + task).expect(HttpStatus.NO_CONTENT);

        String review = completed.task(AgreementModel.TASK_REVIEW, "tayninh");
        save(cooperation.as("tayninh.legal1"), review).expect(HttpStatus.NO_CONTENT);
        cooperation
                .as(OFFICER)
                .post("/api/v1/agreements/" + completed.code() + "/withdrawal", Map.of("withdrawalReason", "Thử"));
        completed.awaitState("WITHDRAWN");
        assertThat(drafts(review)).isZero();

        AgreementCase deleted = cooperation.agreement();
        String gone = draftTask(deleted);
        save(cooperation.as(OFFICER), gone).expect(HttpStatus.NO_CONTENT);
        cooperation
                .as("admin")
                .delete("/engine-rest/process-instance/" + deleted.processInstanceId())
                .expect(HttpStatus.NO_CONTENT);
        assertThat(drafts(gone)).isZero();
    }

    @Test
    void whoeverSavesWhileATaskIsCompletedNeitherStopsItNorLeavesADraft() throws Exception {
        for (int round = 0; round < 2; round++) {
            AgreementCase agreement = cooperation.agreement().draft();
            for (String party : List.of("binhduong", "tayninh")) {
                String task = agreement.task(AgreementModel.TASK_REVIEW, party);
                List<CompletableFuture<List<Integer>>> typing = Stream.of("legal1", "legal1", "legal2")
                        .map(person -> cooperation.as(party + "." + person))
                        .map(person -> CompletableFuture.supplyAsync(() -> typing(person, task)))
                        .toList();
                TimeUnit.MILLISECONDS.sleep(100L * round);
                agreement.review(party, "approve", "");
                for (CompletableFuture<List<Integer>> each : typing) {
                    List<Integer> answers = each.get(60, TimeUnit.SECONDS);
                    assertThat(answers).last().isEqualTo(404);
                    assertThat(answers.subList(0, answers.size() - 1)).allMatch(answer -> answer == 204);
                }
                assertThat(drafts(task)).isZero();
            }
        }
    }

    /** Until it is refused; faster than people type. */
    private static List<Integer> typing(Actor person, String task) {
        List<Integer> answers = new ArrayList<>();
        do {
            answers.add(save(person, task).status());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        } while (answers.get(answers.size() - 1) == 204 && answers.size() < 2000);
        return answers;
    }

    /** Step by step what the race above may only sometimes meet. */
    @Test
    void aCompletionWaitsForADraftOnItsWayAndTakesItAlong() throws Exception {
        AgreementCase agreement = cooperation.agreement();
        String task = draftTask(agreement);
        CompletableFuture<AgreementCase> completion;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("insert into lienket.form_draft values (?, ?, ?, '{}', now())")
                    .params(OFFICER, "task:" + task, task)
                    .update();
            completion = CompletableFuture.supplyAsync(agreement::draft);
            CompletableFuture<AgreementCase> waiting = completion;
            assertThatThrownBy(() -> waiting.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            connection.commit();
            connection.setAutoCommit(true);
        }
        completion.get(30, TimeUnit.SECONDS);
        assertThat(drafts(task)).isZero();
    }

    @Test
    void theDraftOfAStartEndsWithTheStartIfItSucceeds() {
        Actor officer = cooperation.as("tayninh.officer2");
        officer.put(START, Map.of("values", Map.of("title", "Dở dang"))).expect(HttpStatus.NO_CONTENT);
        cooperation
                .as(OFFICER)
                .put(START, Map.of("values", Map.of("title", "Của người khác")))
                .expect(HttpStatus.NO_CONTENT);
        Map<String, Object> fields = Cooperation.agreementFields();
        fields.put("leadOrganisation", "tayninh");
        fields.put("title", "");

        officer.post("/api/v1/agreements", fields).expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(officer.get(START)
                        .expect(HttpStatus.OK)
                        .json()
                        .at("/values/title")
                        .asText())
                .isEqualTo("Dở dang");

        fields.put("title", "Thỏa thuận đã gõ xong");
        officer.post("/api/v1/agreements", fields).expect(HttpStatus.CREATED);
        officer.get(START).expect(HttpStatus.NO_CONTENT);
        cooperation.as(OFFICER).get(START).expect(HttpStatus.OK);
        cooperation.as(OFFICER).delete(START).expect(HttpStatus.NO_CONTENT);
        cooperation.as(OFFICER).get(START).expect(HttpStatus.NO_CONTENT);
    }

    @Test
    void onlyWhoMayStartAProcessTypesIntoItsForm() {
        Map<String, Object> typed = Map.of("values", Map.of());
        cooperation.as("binhduong.legal1").put(START, typed).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("binhduong.legal1").get(START).expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.anonymous().put(START, typed).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.as(OFFICER).put("/api/v1/drafts/starts/None", typed).expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as(OFFICER).get("/api/v1/drafts/starts/None").expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("admin").put(START, typed).expect(HttpStatus.NO_CONTENT);
        cooperation.as("admin").delete(START).expect(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"values\":null}", "{\"values\":[]}", "{\"values\":\"a\"}", "{"})
    void whatIsNoObjectOfValuesIsRefused(String body) {
        cooperation.as(OFFICER).sendText("PUT", START, body).expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void tooDeepTooLargeAndTooManyAreRefused() {
        Actor officer = cooperation.as("qtsc.officer2");
        officer.sendText("PUT", START, "{\"values\":{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}}")
                .expectRefusal(HttpStatus.BAD_REQUEST);
        officer.put(START, Map.of("values", Map.of("a", "ă".repeat(140_000))))
                .expectRefusal(HttpStatus.PAYLOAD_TOO_LARGE);
        officer.put(START, Map.of("values", Map.of("a", "ă".repeat(130_000)))).expect(HttpStatus.NO_CONTENT);
        officer.delete(START).expect(HttpStatus.NO_CONTENT);

        jdbc.sql("""
                        insert into lienket.form_draft (person, form, content, saved_at)
                        select 'qtsc.officer2', 'start:' || n, '{}', now() from generate_series(1, 100) n""").update();
        try {
            officer.put(START, Map.of("values", Map.of())).expectRefusal(HttpStatus.CONFLICT);
        } finally {
            jdbc.sql("delete from lienket.form_draft where person = 'qtsc.officer2'")
                    .update();
        }
    }

    @Test
    void whatNobodyComesBackToIsForgotten() {
        jdbc.sql("""
                        insert into lienket.form_draft (person, form, content, saved_at)
                        values ('binhduong.clerk1', 'start:old', '{}', now() - interval '31 days'),
                            ('binhduong.clerk1', 'start:young', '{}', now() - interval '29 days')""").update();

        events.publishEvent(new EachDay());

        assertThat(jdbc.sql("delete from lienket.form_draft where person = 'binhduong.clerk1' returning form")
                        .query(String.class)
                        .list())
                .containsExactly("start:young");
    }

    private static String draftTask(AgreementCase agreement) {
        return agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
    }

    private static Answer save(Actor person, String task) {
        return person.put(TASKS + task, Map.of("values", Map.of("draftNote", "Ghi chú")));
    }

    private long drafts(String task) {
        return jdbc.sql("select count(*) from lienket.form_draft where task_id = ? or form = 'task:' || ?")
                .params(task, task)
                .query(Long.class)
                .single();
    }
}
