package vn.lienket.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.document.SampleFiles;
import vn.lienket.signature.SigningRule;
import vn.lienket.signature.SigningRules;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** A department's leader signs and its clerk seals, then a company's leader and officer sign in any order. */
@IntegrationTest
class SigningTurnsInBrowserTest {

    private static final String CHANNEL = "binhduong-qtsc";
    private static final String RULE = """
            - paper: agreement
              organisation: binhduong
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 2, role: clerk, key: body }
            - paper: agreement
              organisation: qtsc
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 1, role: officer, key: person }
            """;
    private static final String SEAL = "Ký thỏa thuận (văn thư, chữ ký số của cơ quan, tổ chức)";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    SigningRules rules;

    @Test
    void eachSignsInHisTurnAndWhatDoesNotFitIsRefusedWithASentence() {
        AgreementCase agreement;
        try (SigningRule rule = SigningRule.of(rules, RULE)) {
            agreement = cooperation
                    .agreement(Map.of("channel", CHANNEL, "title", "Thỏa thuận nhiều người ký"))
                    .upToSigning();
        }
        byte[] text = agreement.documentToSign();
        assertThat(refused(agreement, "binhduong.leader1", signed(text, "binhduong.clerk1")))
                .startsWith("Lượt này cần chữ ký số của người ký thay mặt Sở Thông tin và Truyền thông");
        agreement.sign("binhduong");

        assertThat(task(agreement, "binhduong-clerk").path("name").asText()).isEqualTo(SEAL);
        byte[] first = agreement.documentToSign();
        assertThat(refused(agreement, "binhduong.clerk1", signed(first, "binhduong.leader2")))
                .startsWith("Lượt này cần chữ ký số của chính Sở Thông tin và Truyền thông tỉnh Bình Dương;");
        TasklistPage clerk = CHROMIUM.tasklistOf("binhduong.clerk1")
                .open(SEAL, agreement.code())
                .claim();
        assertThat(clerk.shown("turn")).containsText("chữ ký số của cơ quan, tổ chức (con dấu điện tử)");
        assertThat(clerk.shown("turn")).containsText("Quang Trung (chuyên viên)");
        assertThat(clerk.shown("demonstration")).containsText("--key binhduong.p12");
        CHROMIUM.picture(clerk.page(), "signing-turn-of-the-clerk");
        clerk.upload("Tệp đã ký", "dong-dau.pdf", "application/pdf", signed(first, "binhduong.clerk1"))
                .complete();

        byte[] sealed = sealed(agreement);
        complete(agreement, "qtsc.officer1", SampleFiles.page(), true).expect(HttpStatus.NO_CONTENT);
        assertThat(refused(agreement, "qtsc.leader1", signed(sealed, "qtsc.leader1")))
                .startsWith("Văn bản vừa có thêm chữ ký của người khác.");
        agreement.sign("qtsc");

        agreement.parties().forEach(agreement::register);
        agreement.awaitState("IN_FORCE");
        assertThat(agreement.view().path("signatures"))
                .extracting(signature -> signature.path("role").asText() + " "
                        + signature.path("key").asText())
                .containsExactly("leader person", "clerk body", "officer person", "leader person");
    }

    /** Once the company may sign. */
    private byte[] sealed(AgreementCase agreement) {
        task(agreement, "qtsc-officer");
        return agreement.documentToSign();
    }

    private static JsonNode task(AgreementCase agreement, String group) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> find(agreement, group), found -> found != null);
    }

    private static JsonNode find(AgreementCase agreement, String group) {
        for (JsonNode task : agreement.view().path("openTasks")) {
            if (task.path("taskDefinitionKey").asText().equals(AgreementModel.TASK_SIGN)
                    && task.path("candidateGroups").get(0).asText().equals(group)) {
                return task;
            }
        }
        return null;
    }

    private String refused(AgreementCase agreement, String person, byte[] file) {
        return complete(agreement, person, file, false)
                .expectRefusal(HttpStatus.BAD_REQUEST)
                .sentence();
    }

    private Answer complete(AgreementCase agreement, String person, byte[] file, boolean byHand) {
        Actor actor = cooperation.as(person);
        String group = person.replaceFirst("\\d$", "").replace('.', '-');
        return actor.complete(
                task(agreement, group).path("id").asText(),
                Map.of(
                        AgreementModel.SIGNED_DOCUMENT_ID,
                        actor.uploaded(CHANNEL, "da-ky.pdf", file),
                        AgreementModel.SIGNED_BY_HAND,
                        byHand));
    }

    private byte[] signed(byte[] pdf, String person) {
        byte[] key = cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person.replaceFirst("\\.clerk\\d$", "")))
                .expect(HttpStatus.OK)
                .bytes();
        return DemoSignature.on(pdf, key, Clock.systemUTC());
    }
}
