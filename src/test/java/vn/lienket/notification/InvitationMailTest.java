package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.Dossiers;

/** Reads what was sent with another library than the one that wrote it. */
@CaseEngineTest
class InvitationMailTest {

    private static final String TITLE = "Đào tạo: vận hành, quản lý; “khu” C:\\CNTT 😀 ở Bình Dương";
    private static final String DESCRIPTION = "Dòng một, và hai;\nDòng ba " + "rất dài ".repeat(40) + "hết";

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    MessageDelivery delivery;

    @Autowired
    SettableClock clock;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    private final Recipient an = new Recipient("an", "Nguyễn \"Văn\" An; Sở, TT", "an@binhduong.example");
    private final Recipient binh = new Recipient(null, "Trần Thị Bình", "binh@qtsc.example");
    private TransactionTemplate transaction;
    private String caseCode;

    @BeforeEach
    void aCase() throws Exception {
        cases.reset();
        transaction = new TransactionTemplate(transactionManager);
        caseCode =
                transaction.execute(status -> dossiers.open("test", "Chuyển giao", "binhduong-tayninh", "binhduong"));
    }

    @Test
    void theInvitationIsAnAlternativeOfTheTextAndAFile() throws Exception {
        send(invitation(0, false));

        MimeMultipart mixed = (MimeMultipart) cases.mailTo(an.email()).getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(3);
        ContentType type = new ContentType(alternative.getBodyPart(2).getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getInputStream())
                .hasBinaryContent(alternative.getBodyPart(2).getInputStream().readAllBytes());
    }

    @Test
    void anotherLibraryReadsWhatWasMeant() throws Exception {
        send(invitation(3, false));

        ICalendar calendar = calendar(cases.mailTo(an.email()));
        assertThat(calendar.getMethod().isRequest()).isTrue();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getUid().getValue()).isEqualTo(caseCode + "-2@lienket.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Date.from(SettableClock.at("2026-11-20T09:00")));
        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.getDescription().getValue()).isEqualTo(DESCRIPTION);
        assertThat(event.getLocation().getValue()).isEqualTo("Hội trường A, tầng 3");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("LienKet");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("lienket@tinh.example");
        assertThat(event.getAttendees()).extracting(Attendee::getCommonName).containsExactly(an.name(), binh.name());
        assertThat(event.getAttendees()).extracting(Attendee::getEmail).containsExactly(an.email(), binh.email());
        assertThat(event.getAttendees()).allSatisfy(attendee -> {
            assertThat(attendee.getRsvp()).isTrue();
            assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
        });
    }

    @Test
    void theDaysAreWholeAndTheLastOneIsIncluded() throws Exception {
        send(invitation(0, false));

        assertThat(icalendar(cases.mailTo(an.email())))
                .contains("DTSTART;VALUE=DATE:20261201\r\n", "DTEND;VALUE=DATE:20261204\r\n");
    }

    @Test
    void aCancellationSaysSoToTheProgramAndToTheCalendar() throws Exception {
        send(invitation(1, true));

        MimeMessage mail = cases.mailTo(an.email());
        assertThat(calendarPart(mail).getContentType()).contains("method=CANCEL");
        ICalendar calendar = calendar(mail);
        assertThat(calendar.getMethod().isCancel()).isTrue();
        assertThat(calendar.getEvents().get(0).getStatus().isCancelled()).isTrue();
    }

    @Test
    void noLineIsLongerThanTheStandardAllows() throws Exception {
        send(invitation(0, false));

        assertThat(icalendar(cases.mailTo(an.email())).split("\r\n"))
                .anySatisfy(line -> assertThat(line).startsWith(" "))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void aRepeatSaysTheSameUnderTheSameMessageId() throws Exception {
        send(invitation(0, false));
        // as if the process had died before it noted what the server had taken
        jdbc.sql("update lienket.message set sent_at = null").update();
        clock.set("2026-11-21T09:00");
        jdbc.sql("select id from lienket.message").query(UUID.class).list().forEach(delivery::deliver);

        List<MimeMessage> mails = mailsTo(an.email());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
        assertThat(icalendar(mails.get(1))).isEqualTo(icalendar(mails.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, DTSTART;VALUE=DATE:20261231, DTEND;VALUE=DATE:20270101",
        "2028-02-28, DTSTART;VALUE=DATE:20280228, DTEND;VALUE=DATE:20280229",
        "2199-12-31, DTSTART;VALUE=DATE:21991231, DTEND;VALUE=DATE:22000101"
    })
    void aMeetingOnTheLastDayIsOverOnTheDayAfterIt(LocalDate day, String start, String end) throws Exception {
        send(new Invitation(caseCode + "-2", 0, false, day, day, TITLE, "Hội trường A", DESCRIPTION));

        assertThat(icalendar(mailsTo(an.email()).get(0))).contains(start + "\r\n", end + "\r\n");
    }

    private Invitation invitation(int sequence, boolean cancelled) {
        return new Invitation(
                caseCode + "-2",
                sequence,
                cancelled,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 3),
                TITLE,
                "Hội trường A, tầng 3",
                DESCRIPTION);
    }

    private void send(Invitation invitation) {
        transaction.executeWithoutResult(status -> notifications.send(Notice.caseOutcome(
                        "meeting:%d".formatted(invitation.sequence()),
                        caseCode,
                        List.of(an, binh),
                        "Mời tham dự",
                        "Xin mời tham dự.",
                        Map.of(),
                        null)
                .inviting(invitation)));
        cases.deliver();
    }

    private List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : cases.mails()) {
            if (mail.getAllRecipients()[0].toString().contains(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static BodyPart calendarPart(MimeMessage mail) throws Exception {
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        return ((MimeMultipart) mixed.getBodyPart(0).getContent()).getBodyPart(2);
    }

    private static String icalendar(MimeMessage mail) throws Exception {
        return new String(calendarPart(mail).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ICalendar calendar(MimeMessage mail) throws Exception {
        return Biweekly.parse(icalendar(mail)).first();
    }
}
