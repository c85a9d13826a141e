package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Answer;
import vn.lienket.support.ChoosyMailServer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** A mail server does not know the enterprise's address: the officer of the case sees it there and corrects it. */
@IntegrationTest
class RefusedAddressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Cooperation cooperation;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    private final String right = "right-%s@enterprise.example".formatted(UUID.randomUUID());
    private ChoosyMailServer server;
    private int usualPort;
    private AskedCase asked;
    private String wrong;

    @BeforeEach
    void anEnterpriseWithAnAddressThatTheServerDoesNotKnow() {
        usualPort = mailSender.getPort();
        server = new ChoosyMailServer();
        mailSender.setPort(server.port());
        asked = new AskedCase(cooperation, "Công ty Sai Địa Chỉ", server::refuse);
        wrong = asked.view().at("/enterprise/contactEmail").asText();
    }

    @AfterEach
    void theUsualMailServer() {
        mailSender.setPort(usualPort);
        server.close();
    }

    @Test
    void theOfficerSeesWhyAMailWasNotSentCorrectsTheAddressAndItIsSent() throws Exception {
        JsonNode mail = refusedMails(1).get(0);
        assertThat(mail.path("subject").asText()).contains("Đã nhận hồ sơ tư vấn");
        assertThat(mail.path("recipient").asText()).isEqualTo(wrong);
        assertThat(mail.path("reason").asText()).isEqualTo("máy chủ thư trả lời: 550 5.1.1 no such user");
        assertThat(page("binhduong.officer2").body())
                .contains("Thư không gửi được", wrong, "550 5.1.1 no such user", "Sửa và gửi lại");
        assertThat(incidents()).isOne();

        correct(AskedCase.OFFICER, right).expect(HttpStatus.NO_CONTENT);

        assertThat(asked.view().at("/enterprise/contactEmail").asText()).isEqualTo(right);
        assertThat(asked.view().path("refusedMails")).isEmpty();
        assertThat(cooperation
                        .as(AskedCase.OFFICER)
                        .get("/api/v1/enterprises/" + asked.taxCode())
                        .text("contactEmail"))
                .isEqualTo(right);
        assertThat(incidents()).isZero();
        awaitMails(1);
        assertThat(received().get(0).getSubject()).contains(asked.code());
        correct(AskedCase.OFFICER, "another@enterprise.example").expectRefusal(HttpStatus.CONFLICT);
        assertThat(asked.view().at("/enterprise/contactEmail").asText()).isEqualTo(right);
    }

    @Test
    void allRefusedMailsOfTheCaseGoToTheRightAddressAndLaterOnesToo() throws Exception {
        refusedMails(1);
        asked.complete(
                ConsultingModel.TASK_VERIFY,
                Map.of("verificationDecision", "supplement", "verificationComment", "Thiếu báo cáo tài chính"));
        refusedMails(2);

        correct(AskedCase.OFFICER, right).expect(HttpStatus.NO_CONTENT);
        awaitMails(2);
        asked.complete(ConsultingModel.TASK_SUPPLEMENT, Map.of("supplementNote", "Đã nộp"));
        asked.complete(ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"));
        awaitMails(3);
    }

    @Test
    void onThePageTheOfficerIsToldWhatIsWrongAndIsLedBackWhenItIsRight() {
        refusedMails(1);

        Answer refused = cooperation
                .session(AskedCase.OFFICER)
                .submit("/cases/%s/contact-email".formatted(asked.code()), Map.of("contactEmail", "ten@congty"));
        assertThat(refused.expect(HttpStatus.BAD_REQUEST).body())
                .contains("không đúng dạng địa chỉ thư", "value=\"ten@congty\"");
        Answer taken = cooperation
                .session(AskedCase.OFFICER)
                .submit("/cases/%s/contact-email".formatted(asked.code()), Map.of("contactEmail", right));
        assertThat(taken.expect(HttpStatus.FOUND).header("Location")).endsWith("/cases/" + asked.code());
        awaitMails(1);
    }

    @Test
    void whoIsNoOfficerOfTheOrganisationInChargeCorrectsNothing() {
        refusedMails(1);

        for (String other : List.of(
                "binhduong.leader1",
                "binhduong.clerk1",
                "binhduong.manager1",
                "qtsc.officer1",
                "qtsc.expert1",
                "admin")) {
            assertThat(correct(other, right).status()).as(other).isIn(403, 404);
        }
        correct("tayninh.officer1", right).expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(page("qtsc.officer1").body())
                .contains("Thư không gửi được")
                .doesNotContain("Sửa và gửi lại", "<form");
        assertThat(asked.view().at("/enterprise/contactEmail").asText()).isEqualTo(wrong);
        refusedMails(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ten", "ten@congty", "a..b@congty.vn", "a@b.vn, c@d.vn", "ten@công-ty.vn"})
    void whatIsNoAddressIsRefusedByName(String email) {
        refusedMails(1);

        assertThat(correct(AskedCase.OFFICER, email)
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("contactEmail");
        refusedMails(1);
    }

    @Test
    void theSameAddressAndThatOfSomebodyElseWhoHasTheMailAreNoCorrection() {
        refusedMails(1);

        correct(AskedCase.OFFICER, wrong).expectRefusal(HttpStatus.BAD_REQUEST);
        correct(AskedCase.OFFICER, wrong.toUpperCase()).expectRefusal(HttpStatus.BAD_REQUEST);
        refusedMails(1);
    }

    @Test
    void aMailThatHasGoneOutMeanwhileIsNotSentAgain() throws Exception {
        refusedMails(1);
        server.knowEverybody();
        String job = managementService
                .createJobQuery()
                .processInstanceId(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(asked.code())
                        .processDefinitionKey(NotificationModel.PROCESS)
                        .singleResult()
                        .getId())
                .singleResult()
                .getId();
        managementService.setJobRetries(job, 1);
        await().atMost(PATIENCE).until(() -> asked.view().path("refusedMails").isEmpty());

        correct(AskedCase.OFFICER, right).expectRefusal(HttpStatus.CONFLICT);
        assertThat(asked.view().at("/enterprise/contactEmail").asText()).isEqualTo(wrong);
        assertThat(received()).isEmpty();
    }

    private JsonNode refusedMails(int count) {
        return await().atMost(PATIENCE)
                .until(() -> asked.view().path("refusedMails"), refused -> refused.size() == count);
    }

    private long incidents() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(asked.code())
                .processDefinitionKey(NotificationModel.PROCESS)
                .withIncident()
                .count();
    }

    private Answer correct(String who, String email) {
        return cooperation
                .as(who)
                .post(
                        "/api/v1/consulting-cases/%s/contact-email".formatted(asked.code()),
                        Map.of("contactEmail", email));
    }

    private Answer page(String who) {
        return cooperation.session(who).open("/cases/" + asked.code()).expect(HttpStatus.OK);
    }

    private void awaitMails(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received()).hasSize(count));
    }

    private List<MimeMessage> received() throws Exception {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(right);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
