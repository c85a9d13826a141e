package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** Several people at the same moment. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimultaneousTest {

    private static final int ROUNDS = 10;
    private static final int STARTERS = 8;

    @Autowired
    Cooperation cooperation;

    private ExecutorService threads;

    @BeforeAll
    void open() {
        threads = Executors.newFixedThreadPool(STARTERS);
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
    }

    @Test
    void oneOfTwoPeopleCompletesATaskAndTheOtherReadsWhyNot() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            AgreementCase agreement = cooperation.agreement();
            String draft = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");

            assertOneWins(
                    atOnce(List.of(drafting("binhduong.officer1", draft), drafting("binhduong.officer2", draft))));
            assertThat(agreement.view().path("rounds")).hasSize(1);

            String lead = agreement.task(AgreementModel.TASK_REVIEW, "binhduong");
            String partner = agreement.task(AgreementModel.TASK_REVIEW, "tayninh");
            List<Answer> answers = atOnce(List.of(
                    approving("binhduong.legal1", lead),
                    approving("tayninh.legal1", partner),
                    approving("binhduong.legal2", lead),
                    approving("tayninh.legal2", partner)));

            assertOneWins(List.of(answers.get(0), answers.get(2)));
            assertOneWins(List.of(answers.get(1), answers.get(3)));
            agreement.task(AgreementModel.TASK_APPROVE, "tayninh");
            assertThat(agreement.view().at("/rounds/0/reviews").findValuesAsText("party"))
                    .containsExactlyInAnyOrder("binhduong", "tayninh");
            assertThat(agreement.openTaskKeys())
                    .containsExactly(AgreementModel.TASK_APPROVE, AgreementModel.TASK_APPROVE);
            assertEachPersonWasToldOnce(agreement.awaitDeliveries().mails());
        }
    }

    @Test
    void aRegisterGivesANumberOnce() throws Exception {
        AgreementCase one =
                cooperation.agreement().upToSigning().sign("binhduong").sign("tayninh");
        AgreementCase other =
                cooperation.agreement().upToSigning().sign("binhduong").sign("tayninh");

        for (String party : List.of("binhduong", "tayninh")) {
            List<Answer> answers = atOnce(List.of(
                    registering(party + ".clerk1", one.task(AgreementModel.TASK_REGISTER, party), "8001/BTT-STTTT"),
                    registering(party + ".clerk2", other.task(AgreementModel.TASK_REGISTER, party), "8001/BTT-STTTT")));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 400);
            Answer refused = answers.stream()
                    .filter(answer -> answer.status() == 400)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.expectRefusal(HttpStatus.BAD_REQUEST).sentence()).contains("8001/BTT-STTTT");
            AgreementCase second = answers.get(0) == refused ? one : other;
            second.register(party, "8002/BTT-STTTT", "2026-11-02");
        }
        one.awaitState("IN_FORCE");
        other.awaitState("IN_FORCE");
    }

    @Test
    void dossierCodesHaveNoGaps() throws Exception {
        Map<String, Object> fields = Cooperation.agreementFields();
        fields.put("leadOrganisation", "tayninh");
        List<Callable<Answer>> starts = new ArrayList<>();
        IntStream.range(0, STARTERS)
                .forEach(number -> starts.add(() ->
                        cooperation.as("tayninh.officer" + (1 + number % 2)).post("/api/v1/agreements", fields)));

        List<String> codes = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            atOnce(starts)
                    .forEach(answer ->
                            codes.add(answer.expect(HttpStatus.CREATED).text("caseCode")));
        }

        List<Integer> numbers = codes.stream()
                .map(code -> Integer.valueOf(code.substring(code.lastIndexOf('-') + 1)))
                .sorted()
                .toList();
        assertThat(codes).allMatch(code -> code.startsWith("H53-"));
        assertThat(numbers)
                .isEqualTo(IntStream.range(numbers.get(0), numbers.get(0) + codes.size())
                        .boxed()
                        .toList());
    }

    private Callable<Answer> drafting(String user, String task) {
        return () -> cooperation.as(user).complete(task, Map.of("generateDraft", true));
    }

    private Callable<Answer> approving(String user, String task) {
        return () -> cooperation.as(user).complete(task, Map.of("reviewDecision", "approve"));
    }

    private Callable<Answer> registering(String user, String task, String number) {
        return () ->
                cooperation.as(user).complete(task, Map.of("documentNumber", number, "documentDate", "2026-11-02"));
    }

    /** Runs all when every thread stands ready, and answers in the order of the list. */
    private List<Answer> atOnce(List<Callable<Answer>> actions) throws Exception {
        CountDownLatch ready = new CountDownLatch(actions.size());
        List<Future<Answer>> answers = new ArrayList<>();
        for (Callable<Answer> action : actions) {
            answers.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return action.call();
            }));
        }
        List<Answer> results = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            results.add(answer.get());
        }
        return results;
    }

    private static void assertOneWins(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        for (Answer answer : answers) {
            if (answer.status() != 204) {
                assertThat(answer.status()).as(answer.body()).isIn(409, 404, 403);
                answer.expectRefusal(HttpStatus.valueOf(answer.status()));
            }
        }
    }

    /** Two people a group: of the draft, of the reviews, of the approvals. */
    private static void assertEachPersonWasToldOnce(List<JsonNode> mails) {
        assertThat(mails)
                .hasSize(10)
                .extracting(mail ->
                        mail.path("to").asText() + ": " + mail.path("subject").asText())
                .doesNotHaveDuplicates();
    }
}
