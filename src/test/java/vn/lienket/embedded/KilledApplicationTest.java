package vn.lienket.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.ApplicationProcess;
import vn.lienket.support.Cooperation;

/** The whole application, killed with {@code kill -9} as soon as it has answered a step and started again on the same directory. */
class KilledApplicationTest {

    private final ApplicationProcess application = new ApplicationProcess();
    private final Cooperation cooperation = application.cooperation();

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    @Test
    void goesOnWithEveryStepAndTellsNobodyTwice() throws Exception {
        start();
        AgreementCase agreement = cooperation.agreement();
        killAndStart();
        agreement.draft();
        killAndStart();
        agreement.review("binhduong", "approve", "").review("tayninh", "approve", "");
        killAndStart();
        agreement.approve("binhduong", "approve", "").approve("tayninh", "approve", "");
        killAndStart();
        agreement.sign("binhduong").sign("tayninh");
        killAndStart();
        agreement.register("binhduong", "05/BTT-STTTT", "2026-11-02").register("tayninh", "07/BTT-STTTT", "2026-11-02");
        killAndStart();
        agreement.awaitState("IN_FORCE");

        JsonNode result = agreement.view();
        assertThat(result.path("caseStatus").asInt()).isEqualTo(10);
        assertThat(result.path("rounds")).hasSize(1);
        assertThat(result.at("/rounds/0/reviews")).hasSize(2);
        assertThat(result.at("/rounds/0/approvals")).hasSize(2);
        assertThat(result.path("signatures")).hasSize(2);
        assertThat(result.path("register")).hasSize(2);
        assertThat(agreement.openTaskKeys()).isEmpty();

        List<JsonNode> mails = agreement.awaitDeliveries().mails();
        assertThat(mails)
                .extracting(mail ->
                        mail.path("to").asText() + " " + mail.path("messageId").asText())
                .doesNotHaveDuplicates();
        assertThat(events(mails)).doesNotHaveDuplicates().containsAll(expected(agreement.code()));
        try (Stream<Path> folders = Files.list(application.temporary())) {
            assertThat(folders.filter(folder -> folder.getFileName().toString().startsWith("lienket-run-")))
                    .hasSize(1);
        }
    }

    /** Right after the answer: jobs are due, running or locked, mails are on their way. */
    private void killAndStart() throws Exception {
        application.kill();
        start();
    }

    private void start() {
        application.start(Map.of());
    }

    private static List<String> events(List<JsonNode> mails) {
        return mails.stream()
                .map(mail ->
                        mail.path("to").asText() + " " + mail.path("subject").asText())
                .toList();
    }

    /** Every member of a group once for each of its tasks, and the other party of the outcome. */
    private static List<String> expected(String code) {
        Map<String, List<String>> tasks = Map.of(
                "legal", List.of("Thẩm định dự thảo"),
                "leader", List.of("Phê duyệt để ký", "Ký thỏa thuận"),
                "clerk", List.of("Vào sổ, cấp số"));
        List<String> expected = new ArrayList<>();
        for (String organisation : List.of("binhduong", "tayninh")) {
            tasks.forEach((role, names) -> names.forEach(name -> {
                for (int person = 1; person <= 2; person++) {
                    expected.add("%1$s.%2$s%3$d@%1$s.example [%4$s] Việc mới: %5$s"
                            .formatted(organisation, role, person, code, name));
                }
            }));
        }
        for (int person = 1; person <= 2; person++) {
            expected.add("binhduong.officer%d@binhduong.example [%s] Việc mới: Soạn dự thảo thỏa thuận"
                    .formatted(person, code));
        }
        expected.add("tayninh.leader1@tayninh.example [%s] Thỏa thuận có hiệu lực".formatted(code));
        return expected;
    }
}
