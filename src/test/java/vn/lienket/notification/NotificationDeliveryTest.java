package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.Documents;
import vn.lienket.notification.process.NotificationModel;

@CaseEngineTest
class NotificationDeliveryTest {

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    Notifications notifications;

    @Autowired
    Messages messages;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    IdentityService identityService;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JavaMailSenderImpl mailSender;

    @Autowired
    GreenMail mailServer;

    @Autowired
    JdbcClient jdbc;

    private final Recipient an = new Recipient("an", "Nguyễn Văn An", "an@binhduong.example");
    private final Recipient binh = new Recipient(null, "Trần Thị Bình", "binh@qtsc.example");
    private String caseCode;

    @BeforeEach
    void aCase() throws Exception {
        cases.reset();
        caseCode = inTransaction(() -> dossiers.open("test", "Thỏa thuận <A>", "binhduong-tayninh", "binhduong"));
    }

    @AfterEach
    void theMailServerRuns() {
        mailSender.setPort(mailServer.getSmtp().getPort());
    }

    @Test
    void aNoticeGoesToEachRecipientAsOneMail() throws Exception {
        send("in-force", an, binh);
        cases.deliver();

        assertThat(cases.mails()).hasSize(2);
        MimeMessage mail = cases.mailTo(an.email());
        assertThat(mail.getSubject()).isEqualTo("[%s] Thỏa thuận có hiệu lực".formatted(caseCode));
        assertThat(mail.getFrom()[0]).hasToString("LienKet <lienket@tinh.example>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(SettableClock.at("2026-11-20T09:00")));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-LienKet-Dossier")).containsExactly(caseCode);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(Cases.textOf(mail)).isEqualTo("""
                        Thỏa thuận có hiệu lực

                        Kính gửi Nguyễn Văn An,

                        Thỏa thuận <A> có hiệu lực từ 01/12/2026.

                        Hồ sơ: %s – Thỏa thuận <A>
                        Trang hồ sơ: https://lienket.example/cases/%s
                        Số: 05/BTT-STTTT
                        Ngày: 20/11/2026

                        Xem chi tiết:
                        https://lienket.example/x?a=1&b=2

                        --\s
                        LienKet. Đây là thư tự động, xin không trả lời.
                        Chọn thư muốn nhận: https://lienket.example/account/mails
                        """.formatted(caseCode, caseCode));
        assertThat(Cases.htmlOf(mail))
                .contains("Thỏa thuận &lt;A&gt; có hiệu lực từ 01/12/2026.")
                .contains("https://lienket.example/x?a=1&amp;b=2")
                .contains("href=\"https://lienket.example/cases/%s\"".formatted(caseCode))
                .containsSubsequence("Hồ sơ", "Số", "05/BTT-STTTT", "Ngày");
    }

    @Test
    void whatAllMailsHaveAroundThemIsSentWithEachButNotStored() throws Exception {
        send("in-force", an);
        assertThat(storedHtml()).startsWith("<table").doesNotContain("<html", "<title");
        cases.deliver();

        assertThat(Cases.htmlOf(cases.mailTo(an.email())))
                .startsWith("<!DOCTYPE html>")
                .contains("<title>[%s] Thỏa thuận có hiệu lực</title>".formatted(caseCode))
                .contains("Thỏa thuận &lt;A&gt; có hiệu lực từ 01/12/2026.")
                .containsOnlyOnce("<body")
                .doesNotContain("xmlns", " th:");
    }

    @Test
    void aMailThatAnEarlierVersionStoredAsAWholePageIsSentAsItIs() throws Exception {
        String page = "<!DOCTYPE html>\n<html lang=\"vi\"><body>Thỏa thuận có hiệu lực</body></html>\n";
        send("in-force", an);
        jdbc.sql("update lienket.message set html_body = ? where case_code = ?")
                .params(page, caseCode)
                .update();
        cases.deliver();

        assertThat(Cases.htmlOf(cases.mailTo(an.email()))).isEqualTo(page);
    }

    @Test
    void attachedDocumentsComeBehindTheTextsInTheirOrder() throws Exception {
        byte[] large = pdf(3_000_000);
        UUID roadmap = stored(large, "Lộ trình chuyển đổi số.pdf");
        UUID report = stored(pdf(100), "bao-cao.pdf");
        inTransaction(() -> {
            notifications.send(outcome("in-force", an).attaching(roadmap).attaching(report));
            return null;
        });
        cases.deliver();

        MimeMultipart parts = (MimeMultipart) cases.mailTo(an.email()).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(Cases.textOf(cases.mailTo(an.email()))).startsWith("Thỏa thuận có hiệu lực\n");
        BodyPart first = parts.getBodyPart(1);
        assertThat(first.getFileName()).isEqualTo("Lộ trình chuyển đổi số.pdf");
        assertThat(first.getDisposition()).isEqualTo("attachment");
        assertThat(first.getContentType()).isEqualTo("application/pdf");
        assertThat(first.getInputStream()).hasBinaryContent(large);
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("bao-cao.pdf");
    }

    @Test
    void whoIsOutsideOfTheDirectoryIsShownNoLinkButWhomToTurnTo() throws Exception {
        Recipient office = new Recipient(null, "Sở TT&TT Tây Ninh", "vanthu@tayninh.example");
        send("in-force", an, binh, office);
        cases.deliver();

        for (String content :
                List.of(Cases.textOf(cases.mailTo(binh.email())), Cases.htmlOf(cases.mailTo(binh.email())))) {
            assertThat(content)
                    .contains("Trần Thị Bình", "Số", "05/BTT-STTTT")
                    .contains("Trao đổi về hồ sơ này xin gửi")
                    .contains("Sở Thông tin và Truyền thông tỉnh Bình Dương (vanthu@binhduong.example)")
                    .doesNotContain("https://", "Tasklist");
        }
        assertThat(Cases.textOf(cases.mailTo(binh.email()))).endsWith("""
                        --\s
                        LienKet. Đây là thư tự động, xin không trả lời.
                        Trao đổi về hồ sơ này xin gửi Sở Thông tin và Truyền thông tỉnh Bình Dương (vanthu@binhduong.example).
                        """);
        for (Recipient insider : List.of(an, office)) {
            assertThat(Cases.textOf(cases.mailTo(insider.email())))
                    .contains("https://lienket.example/x?a=1&b=2")
                    .doesNotContain("Trao đổi về");
        }
        assertThat(Cases.textOf(cases.mailTo(office.email()))).doesNotContain("/cases/");
    }

    @Test
    void whoIsOutsideOfTheDirectoryIsShownTheLinkByWhichHeAnswers() throws Exception {
        inTransaction(() -> {
            notifications.send(
                    outcome("asked", binh).answeredAt("https://lienket.example/answer?token=s3cret", "22/01/2027"));
            return null;
        });
        cases.deliver();

        assertThat(Cases.textOf(cases.mailTo(binh.email())))
                .contains("Trả lời:\nhttps://lienket.example/answer?token=s3cret\n", "đến hết ngày 22/01/2027.")
                .doesNotContain("https://lienket.example/x");
        assertThat(Cases.htmlOf(cases.mailTo(binh.email())))
                .contains("href=\"https://lienket.example/answer?token=s3cret\"", ">Trả lời</a>");
        assertThat(jdbc.sql("select text_body || html_body from lienket.message where event = 'asked'")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void nobodyIsToldTheSameEventTwice() {
        send("in-force", an);
        cases.deliver();
        send("in-force", an, binh);
        cases.deliver();
        send("terminated", an);
        cases.deliver();

        assertThat(cases.mails()).hasSize(3);
    }

    @Test
    void theDeliveryIsAnInstanceOfTheCaseInItsChannelStartedByNobody() {
        identityService.setAuthentication("legal1", List.of("binhduong-legal"), List.of("binhduong-tayninh"));
        try {
            send("in-force", an);
        } finally {
            identityService.clearAuthentication();
        }

        ProcessInstance delivery = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .singleResult();
        assertThat(delivery.getBusinessKey()).isEqualTo(caseCode);
        assertThat(delivery.getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(delivery.getId())
                        .singleResult()
                        .getStartUserId())
                .isNull();
    }

    @Test
    void aMailServerThatIsDownLosesNothingAndTheIncidentsRetryDelivers() throws Exception {
        send("in-force", an);
        mailSender.setPort(1);
        Job job = cases.deliveries().get(0);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> managementService.executeJob(job.getId()))
                    .hasMessageContaining("Không gửi được thư")
                    .hasMessageContaining(an.email());
        }

        assertThat(runtimeService.createIncidentQuery().list()).singleElement().satisfies(incident -> {
            assertThat(incident.getJobDefinitionId()).isEqualTo(job.getJobDefinitionId());
            assertThat(incident.getTenantId()).isEqualTo("binhduong-tayninh");
            assertThat(incident.getIncidentMessage()).contains("Không gửi được thư");
        });
        assertThat(cases.mails()).isEmpty();

        theMailServerRuns();
        managementService.setJobRetries(job.getId(), 1);
        cases.deliver();
        assertThat(cases.mails()).hasSize(1);
        assertThat(runtimeService.createIncidentQuery().count()).isZero();
    }

    /** Its lock may have run out on a server that drips; found was that seven of fifteen mails came two or three times. */
    @Test
    void aMailThatIsBeingSentIsNotBegunAgain() throws Exception {
        send("in-force", an);
        Job job = cases.deliveries().get(0);
        UUID message = UUID.fromString(
                runtimeService.getVariable(job.getExecutionId(), "messageId").toString());

        inTransaction(() -> {
            messages.hold(message);
            assertThat(CompletableFuture.supplyAsync(
                                    () -> catchThrowable(() -> managementService.executeJob(job.getId())))
                            .join())
                    .hasMessageContaining("đang được gửi ở nơi khác");
            return null;
        });

        assertThat(cases.mails()).isEmpty();
        cases.deliver();
        assertThat(cases.mails()).hasSize(1);
    }

    @Test
    void aMailIsOutEvenIfItsJobFailsAfterwardsAndIsNotSentAgain() {
        send("in-force", an);
        Job job = cases.deliveries().get(0);

        assertThatThrownBy(() -> inTransaction(() -> {
                    managementService.executeJob(job.getId());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(cases.mails()).hasSize(1);
        assertThat(cases.deliveries()).hasSize(1);

        cases.deliver();
        assertThat(cases.mails()).hasSize(1);
        assertThat(cases.deliveries()).isEmpty();
    }

    @Test
    void aRepeatKeepsItsMessageIdAndItsAttachments() throws Exception {
        UUID report = stored(pdf(100), "bao-cao.pdf");
        inTransaction(() -> {
            notifications.send(outcome("in-force", an).attaching(report));
            return null;
        });
        Job job = cases.deliveries().get(0);
        assertThatThrownBy(() -> inTransaction(() -> {
                    managementService.executeJob(job.getId());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        // as if the process had died before it noted what the server had taken
        jdbc.sql("update lienket.message set sent_at = null").update();
        cases.deliver();

        assertThat(cases.mails()).hasSize(2);
        String id = jdbc.sql("select id::text from lienket.message")
                .query(String.class)
                .single();
        for (MimeMessage mail : cases.mails()) {
            assertThat(mail.getMessageID()).isEqualTo("<%s@lienket.example>".formatted(id));
            assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getFileName())
                    .isEqualTo("bao-cao.pdf");
        }
    }

    @Test
    void aRecipientWhomTheServerRefusesIsAFailureToo() throws Exception {
        send("in-force", an);
        try (RefusingMailServer refusing = new RefusingMailServer()) {
            mailSender.setPort(refusing.port());
            Job job = cases.deliveries().get(0);

            assertThatThrownBy(() -> managementService.executeJob(job.getId()))
                    .hasMessageContaining("Không gửi được thư")
                    .hasMessageContaining("550 5.1.1 no such user");
            assertThat(cases.deliveries().get(0).getRetries())
                    .as("an incident at once: another try is of no use")
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from lienket.message where sent_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aSecretAboutNoDossierBelongsToNoCaseAndIsForgottenOnceItIsOut() throws Exception {
        Map<String, Object> model = Map.of(
                "heading",
                "Mời",
                "sentence",
                "Mời đặt mật khẩu.",
                "userId",
                "an",
                "validUntil",
                "mai",
                "link",
                "https://x");
        inTransaction(() -> {
            notifications.send(new Notice("joined:an", null, List.of(an), "Mời", "password-link", model, true));
            return null;
        });

        ProcessInstance delivery = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .singleResult();
        assertThat(delivery.getBusinessKey()).isNull();
        assertThat(delivery.getTenantId()).isNull();
        cases.deliver();

        MimeMessage mail = cases.mailTo(an.email());
        assertThat(mail.getHeader("X-LienKet-Dossier")).isNull();
        assertThat(Cases.textOf(mail))
                .contains("Mời đặt mật khẩu.", "https://x")
                .doesNotContain("Hồ sơ");
        assertThat(jdbc.sql("select text_body || html_body from lienket.message")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void aNoticeOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> notifications.send(outcome("in-force", an)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aSubjectCannotAddHeaders() {
        Notice notice = new Notice(
                "e", caseCode, List.of(new Recipient(null, "A\r\nBcc: x@y", "a@b")), "S\r\nBcc: x@y", "t", Map.of());

        assertThat(notice.subject()).isEqualTo("S Bcc: x@y");
        assertThat(notice.recipients())
                .singleElement()
                .extracting(Recipient::name)
                .isEqualTo("A Bcc: x@y");
    }

    private void send(String event, Recipient... recipients) {
        inTransaction(() -> {
            notifications.send(outcome(event, recipients));
            return null;
        });
    }

    private UUID stored(byte[] file, String name) {
        return documents.store(file, name, "binhduong-tayninh").id();
    }

    private String storedHtml() {
        return jdbc.sql("select html_body from lienket.message where case_code = ?")
                .param(caseCode)
                .query(String.class)
                .single();
    }

    private static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        return file;
    }

    private Notice outcome(String event, Recipient... recipients) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Số", "05/BTT-STTTT");
        rows.put("Ngày", "20/11/2026");
        return Notice.caseOutcome(
                event,
                caseCode,
                List.of(recipients),
                "Thỏa thuận có hiệu lực",
                "Thỏa thuận <A> có hiệu lực từ 01/12/2026.",
                rows,
                "https://lienket.example/x?a=1&b=2");
    }

    private <T> T inTransaction(Supplier<T> step) {
        return new TransactionTemplate(transactionManager).execute(status -> step.get());
    }
}
