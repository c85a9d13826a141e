package vn.lienket.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.ChoosyMailServer;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** What is stuck is told to those who oversee it, in sentences; they have it tried again, and officers correct addresses. */
@IntegrationTest
class StuckWorkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MANAGER = "binhduong.manager1";
    private static final String LEADER = "binhduong.leader1";
    private static final String OFFICER = "binhduong.officer1";
    private static final String COLLEAGUE = "binhduong.officer2@binhduong.example";

    @Autowired
    Cooperation cooperation;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    HistoryService historyService;

    private final String wrong = "stuck-%s@enterprise.example".formatted(UUID.randomUUID());
    private final String right = "moved-%s@enterprise.example".formatted(UUID.randomUUID());
    private ChoosyMailServer server;
    private int usualPort;

    @BeforeEach
    void aMailServerThatKnowsNotEverybody() {
        usualPort = mailSender.getPort();
        server = new ChoosyMailServer();
        server.refuse(wrong);
        mailSender.setPort(server.port());
    }

    @AfterEach
    void theUsualMailServer() {
        mailSender.setPort(usualPort);
        server.close();
    }

    @Test
    void aMailThatIsRefusedIsToldInASentenceAndGoesOutOnceAfterAnOfficerHasCorrectedTheAddress() {
        String code = consulting();
        JsonNode stuck = incidents(MANAGER, code, 1).get(0);
        String mail = stuck.path("mail").asText();

        assertThat(stuck.path("kind").asText()).isEqualTo("MAIL");
        assertThat(stuck.path("sentence").asText())
                .startsWith("Thư “[" + code)
                .endsWith("không đến được vì máy chủ thư từ chối địa chỉ %s.".formatted(wrong));
        assertThat(stuck.path("advice").asText()).startsWith("Chuyên viên của ").endsWith("ở trang hồ sơ.");
        assertThat(stuck.path("mayCorrect").asBoolean()).isFalse();
        assertThat(stuck.path("title").asText()).isNotEmpty();
        assertThat(stuck.path("tries").asInt()).isOne();
        assertThat(Stream.of(MANAGER, OFFICER, LEADER, "admin"))
                .allSatisfy(who -> assertThat(correct(who, mail, "ten@congty").status())
                        .as(who)
                        .isIn(400, 403));
        assertThat(correct("tayninh.officer1", mail, right)
                        .expectRefusal(HttpStatus.NOT_FOUND)
                        .text("detail"))
                .isEqualTo("Không có thư này.");
        correct("qtsc.officer1", mail, right).expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(correct(MANAGER, mail, right)
                        .expectRefusal(HttpStatus.FORBIDDEN)
                        .body())
                .contains("chuyên viên");
        correct(OFFICER, UUID.randomUUID().toString(), right).expectRefusal(HttpStatus.NOT_FOUND);
        correct(OFFICER, mail, wrong).expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(correct(OFFICER, mail, "")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("address");

        correct(OFFICER, mail, right).expect(HttpStatus.NO_CONTENT);

        incidents(MANAGER, code, 0);
        awaitMails(right, 1);
        assertThat(correct(OFFICER, mail, "later@enterprise.example")
                        .expectRefusal(HttpStatus.CONFLICT)
                        .body())
                .contains("đã được gửi");
        assertThat(cooperation
                        .as(OFFICER)
                        .get("/api/v1/consulting-cases/" + code)
                        .json()
                        .at("/enterprise/contactEmail")
                        .asText())
                .isEqualTo(right);
        assertThat(timeline(code)).anySatisfy(entry -> {
            assertThat(entry.path("what").asText()).startsWith("Sửa địa chỉ nhận thư: ");
            assertThat(entry.path("by").asText()).isEqualTo(OFFICER);
            assertThat(entry.path("detail").asText()).isEqualTo(wrong + " → " + right);
        });
        awaitMails(right, 1);
    }

    @Test
    void everybodySeesWhatHeOverseesAndOnlyTheAdministratorTheTechnicalReason() {
        String code = consulting();
        incidents(MANAGER, code, 1);

        assertThat(incidents("admin", code, 1).get(0).path("technical").asText())
                .contains("550 5.1.1 no such user");
        assertThat(incidents("qtsc.manager1", code, 1).get(0).path("technical").isNull())
                .isTrue();
        incidents(LEADER, code, 1);
        incidents("qtsc.leader1", code, 0);
        incidents("tayninh.manager1", code, 0);
        assertThat(cooperation
                        .as(OFFICER)
                        .get("/api/v1/incidents")
                        .expectRefusal(HttpStatus.FORBIDDEN)
                        .text("detail"))
                .startsWith("Chỉ người theo dõi và lãnh đạo");
        assertThat(cooperation
                        .as(MANAGER)
                        .get("/api/v1/incidents?channel=binhduong-tayninh&case=" + code)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(cooperation
                        .as("tayninh.manager1")
                        .get("/api/v1/incidents?channel=binhduong-qtsc")
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("\"channel\"");
        cooperation.as("admin").get("/api/v1/incidents?channel=x").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.as(MANAGER).get("/api/v1/incidents?size=0").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.as(MANAGER).get("/api/v1/incidents?page=-1").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aMailToSomebodyOfTheDirectoryIsCorrectedOnThePageOfTheCaseByOneOfTwoAtOnce() {
        server.refuse(COLLEAGUE);
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận có thư không đến"));
        String mail = incidents("tayninh.manager1", agreement.code(), 1)
                .get(0)
                .path("mail")
                .asText();
        String page = "/cases/%s".formatted(agreement.code());
        String form = "%s/mails/%s/address".formatted(page, mail);

        assertThat(cooperation.session("tayninh.officer1").open(page).body())
                .contains("không đến được", COLLEAGUE, "Chuyên viên của đơn vị chủ trì sửa được địa chỉ này.")
                .doesNotContain("Sửa và gửi lại");
        assertThat(cooperation
                        .session(OFFICER)
                        .submit(form, Map.of("address", "ten@donvi"))
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("không đúng dạng địa chỉ thư", "value=\"ten@donvi\"");
        assertThat(cooperation
                        .session("qtsc.officer1")
                        .submit(form, Map.of("address", right))
                        .status())
                .isEqualTo(404);

        List<Integer> answers = Stream.of(right, "else-" + right)
                .map(address -> CompletableFuture.supplyAsync(
                        () -> correct("binhduong.officer2", mail, address).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        incidents("tayninh.manager1", agreement.code(), 0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mailsTo(right)).hasSize(1));
        assertThat(mailsTo(COLLEAGUE)).isEmpty();
        assertThat(cooperation.session(OFFICER).open(page).body())
                .contains(" → ")
                .doesNotContain("Sửa và gửi lại");
    }

    @Test
    void whoOverseesAJobThatGaveUpHasItTriedAgainAsOftenAsHeSays() {
        mailSender.setPort(1);
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận khi máy chủ thư nghỉ"));
        deliveries(agreement.code()).forEach(this::giveUp);
        JsonNode stuck = incidents(LEADER, agreement.code(), 2);
        String first = stuck.get(0).path("id").asText();
        String second = stuck.get(1).path("id").asText();
        assertThat(stuck.get(0).path("sentence").asText())
                .contains("chưa gửi được đến địa chỉ ")
                .endsWith(" sau nhiều lần thử.");
        correct(OFFICER, stuck.get(0).path("mail").asText(), "binhduong").expectRefusal(HttpStatus.BAD_REQUEST);

        for (Object times : new Object[] {0, -1, 11, "x"}) {
            retry(MANAGER, first, times).expectRefusal(HttpStatus.BAD_REQUEST);
        }
        retry(OFFICER, first, 1).expectRefusal(HttpStatus.FORBIDDEN);
        retry("qtsc.manager1", first, 1).expectRefusal(HttpStatus.NOT_FOUND);
        retry("tayninh.leader1", first, 1).expectRefusal(HttpStatus.NOT_FOUND);
        retry(MANAGER, "none", 1).expectRefusal(HttpStatus.NOT_FOUND);
        server.close();
        server = new ChoosyMailServer();
        mailSender.setPort(server.port());
        retry(MANAGER, first, 10).expect(HttpStatus.NO_CONTENT);
        retry(LEADER, second, 1).expect(HttpStatus.NO_CONTENT);

        incidents(LEADER, agreement.code(), 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(2));
        retry(MANAGER, first, 1).expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(timeline(agreement.code()))
                .filteredOn(entry -> entry.path("kind").asText().equals("admin"))
                .extracting(entry ->
                        entry.path("by").asText() + ": " + entry.path("what").asText())
                .containsExactlyInAnyOrder(
                        MANAGER + ": Cho chạy lại tác vụ nền bị lỗi", LEADER + ": Cho chạy lại tác vụ nền bị lỗi");
    }

    @Test
    void aTimerThatGaveUpIsToldByItsName() {
        ConsultingJourney journey = cooperation.consulting();
        journey.complete(
                OFFICER,
                ConsultingModel.TASK_VERIFY,
                Map.of("verificationDecision", "supplement", "verificationComment", "Thiếu giấy tờ"));
        Job timer = managementService
                .createJobQuery()
                .processInstanceId(journey.processInstanceId())
                .timers()
                .list()
                .get(0);
        managementService.setJobRetries(timer.getId(), 0);

        JsonNode stuck = incidents(MANAGER, journey.code(), 1).get(0);

        assertThat(stuck.path("kind").asText()).isEqualTo("TIMER");
        assertThat(stuck.path("sentence").asText()).startsWith("Hẹn giờ “").contains("của quy trình “");
        assertThat(stuck.path("mail").isNull()).isTrue();
        managementService.setJobRetries(timer.getId(), 1);
    }

    @Test
    void whatTheEngineDoesForItselfIsToldToTheAdministratorAndCountedForHim() {
        Job cleanup = historyService.findHistoryCleanupJobs().get(0);
        managementService.setJobRetries(cleanup.getId(), 0);
        try {
            JsonNode found =
                    cooperation.as("admin").get("/api/v1/incidents?size=200").json();
            assertThat(found.path("items").valueStream())
                    .filteredOn(stuck -> stuck.path("kind").asText().equals("SYSTEM"))
                    .singleElement()
                    .satisfies(stuck -> assertThat(stuck.path("sentence").asText())
                            .isEqualTo(
                                    "Việc định kỳ của hệ thống là dọn lịch sử đã hết hạn lưu không thực hiện được."));
            assertThat(counted("admin")).isEqualTo(listed("admin"));
            assertThat(counted(MANAGER)).isEqualTo(listed(MANAGER)).isLessThan(counted("admin"));
            assertThat(counted(LEADER)).isEqualTo(listed(LEADER));
        } finally {
            managementService.setJobRetries(cleanup.getId(), cleanup.getRetries());
        }
    }

    private int listed(String who) {
        return cooperation.as(who).get("/api/v1/incidents").json().path("total").asInt();
    }

    private int counted(String who) {
        return cooperation
                .as(who)
                .get("/api/v1/figures/overview")
                .json()
                .path("stuck")
                .asInt();
    }

    private String consulting() {
        return cooperation.consulting(Map.of("contactEmail", wrong)).code();
    }

    private JsonNode incidents(String who, String code, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> cooperation
                                .as(who)
                                .get("/api/v1/incidents?case=" + code)
                                .expect(HttpStatus.OK)
                                .json()
                                .path("items"),
                        items -> items.size() == count);
    }

    private Answer correct(String who, String mail, String address) {
        return cooperation.as(who).put("/api/v1/mails/%s/address".formatted(mail), Map.of("address", address));
    }

    private Answer retry(String who, String incident, Object times) {
        return cooperation.as(who).post("/api/v1/incidents/%s/retries".formatted(incident), Map.of("times", times));
    }

    private JsonNode timeline(String code) {
        return cooperation
                .as(MANAGER)
                .get("/api/v1/cases/%s/timeline".formatted(code))
                .expect(HttpStatus.OK)
                .json();
    }

    private List<Job> deliveries(String code) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .processInstanceBusinessKey(code)
                .list()
                .stream()
                .flatMap(delivery ->
                        managementService.createJobQuery().processInstanceId(delivery.getId()).list().stream())
                .toList();
    }

    /** After the job executor has tried it once. */
    private void giveUp(Job job) {
        await().atMost(PATIENCE)
                .until(() -> managementService
                                .createJobQuery()
                                .jobId(job.getId())
                                .withException()
                                .count()
                        == 1);
        managementService.setJobRetries(job.getId(), 0);
    }

    private void awaitMails(String address, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsTo(address)).hasSize(count));
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(address);
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
