package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.MailChoices;
import vn.lienket.notification.MailDelivery;
import vn.lienket.notification.MailKind;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;
import vn.lienket.party.DirectoryApplied;
import vn.lienket.party.DirectorySnapshot;

/** Everybody is told of each kind of thing when he has chosen to be. */
@CaseEngineTest
class MailChoiceTest {

    private static final String LATER = "2026-12-18T17:00";

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    TwoDepartments parties;

    @Autowired
    MailChoices choices;

    @Autowired
    Notifications notifications;

    @Autowired
    TaskService taskService;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasChosen() throws Exception {
        cases.reset();
    }

    @Test
    void ofNewWorkInTheDailyMailTogetherWithWhatHasComeDue() throws Exception {
        choose("legal1", MailKind.WORK, MailDelivery.DAILY);
        cases.open("Thỏa thuận", null, LATER);
        Task done = cases.open("Xong ngay", "legal1", LATER);
        cases.open("Quá hạn", "legal1", "2026-11-20T08:00");
        assertThat(cases.written()).containsExactly("legal2: Việc mới: Rà soát dự thảo");
        taskService.complete(done.getId());

        watchAt("2026-11-20T09:15");
        cases.deliver();

        assertThat(cases.mails()).hasSize(2);
        assertThat(cases.mailTo("legal1").getSubject()).isEqualTo("Quá hạn: 1 việc; Việc mới: 2 việc");
        assertThat(Cases.textOf(cases.mailTo("legal1")))
                .contains("Việc mới (2 việc)", "] Việc mới: Rà soát dự thảo", "tasklist/default/#/?task=")
                .doesNotContain(done.getId());

        watchAt("2026-11-23T09:15");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void ofNewWorkNotAtAll() {
        choose("legal1", MailKind.WORK, MailDelivery.NONE);
        cases.open("Thỏa thuận", "legal1", LATER);

        watchAt("2026-11-20T09:15");

        assertThat(cases.written()).isEmpty();
    }

    @Test
    void ofWhatIsDueSoonAtOnceOrNotAtAll() {
        choose("legal1", MailKind.REMINDER, MailDelivery.AT_ONCE);
        choose("legal2", MailKind.REMINDER, MailDelivery.NONE);
        cases.open("Thỏa thuận", null, "2026-11-23T17:00");
        cases.written();

        watchAt("2026-11-19T17:00");
        assertThat(cases.written()).containsExactly("legal1: Sắp đến hạn: Rà soát dự thảo");

        watchAt("2026-11-20T09:00");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void ofWhatIsOverdueAtOnceAlsoAtNightAndOnADayOff() {
        choose("legal1", MailKind.OVERDUE, MailDelivery.AT_ONCE);
        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        watchAt("2026-11-20T09:00");
        cases.written();

        watchAt("2026-11-21T05:00");
        assertThat(cases.written()).containsExactly("legal1: Quá hạn: Rà soát dự thảo");

        watchAt("2026-11-23T07:30");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: Rà soát dự thảo");
    }

    @Test
    void whatWaitsForTheDailyMailIsInItEvenIfHeHasChosenOtherwiseSince() {
        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        watchAt("2026-11-20T09:00");
        cases.written();
        watchAt("2026-11-20T17:15");
        clock.set("2026-11-20T18:00");
        choose("legal1", MailKind.OVERDUE, MailDelivery.AT_ONCE);

        watchAt("2026-11-23T07:30");

        assertThat(cases.written()).contains("legal1: Quá hạn: Rà soát dự thảo");
    }

    @ParameterizedTest
    @EnumSource(MailDelivery.class)
    void ofNewsAsChosen(MailDelivery delivery) {
        choose("legal1", MailKind.NEWS, delivery);
        String code = codeOf(cases.openQuietly("Tin", null, LATER));

        send(OutcomeNotice.ofCase("test", code, "news")
                .to(recipients())
                .saying("Có tin", "Có tin.")
                .notice());
        assertThat(cases.written())
                .isEqualTo(
                        delivery == MailDelivery.AT_ONCE
                                ? List.of("legal1: Có tin", "legal2: Có tin")
                                : List.of("legal2: Có tin"));

        watchAt("2026-11-20T09:15");
        assertThat(cases.written())
                .isEqualTo(delivery == MailDelivery.DAILY ? List.of("legal1: Tin về hồ sơ: 1 tin") : List.of());

        send(OutcomeNotice.ofCase("test", code, "news")
                .to(recipients())
                .saying("Có tin", "Có tin.")
                .notice());
        watchAt("2026-11-23T09:15");
        assertThat(cases.written()).as("told once").isEmpty();
    }

    @Test
    void whatComesWithASecretOrAPaperGoesOutAtOnceWhateverIsChosen() {
        choose("legal1", MailKind.NEWS, MailDelivery.NONE);
        Notice news = OutcomeNotice.ofCase("test", codeOf(cases.openQuietly("Tin", null, LATER)), "link")
                .to(recipients())
                .saying("Có tin", "Có tin.")
                .notice();

        send(news.followedAt("https://lienket.example/x?token=y"));

        assertThat(cases.written()).containsExactly("legal1: Có tin", "legal2: Có tin");
    }

    @Test
    void ofTheWeekNotAtAll() {
        choose("legal1", MailKind.OVERVIEW, MailDelivery.NONE);
        cases.open("Thỏa thuận", "legal1", LATER);
        cases.written();
        cases.awaitOverviews();

        watchAt("2026-11-23T07:30");

        assertThat(cases.written())
                .containsExactly("leader1: Tổng hợp đầu tuần 23/11/2026", "manager1: Tổng hợp đầu tuần 23/11/2026");
    }

    @Test
    void whoHasLeftHasChosenNothingAndNothingWaitsForHim() {
        choose("legal1", MailKind.WORK, MailDelivery.DAILY);
        choose("legal2", MailKind.WORK, MailDelivery.DAILY);
        cases.open("Thỏa thuận", null, LATER);

        new TransactionTemplate(transactionManager)
                .executeWithoutResult(status -> events.publishEvent(new DirectoryApplied(
                        new DirectorySnapshot(parties.organisations(), parties.channels(), parties.people()),
                        Set.of("legal1"))));

        for (String table : List.of("mail_choice", "mail_later")) {
            assertThat(jdbc.sql("select person from lienket." + table)
                            .query(String.class)
                            .list())
                    .as(table)
                    .containsExactly("legal2");
        }
    }

    private void choose(String person, MailKind kind, MailDelivery delivery) {
        choices.choose(person, Map.of(kind, delivery));
    }

    private List<Recipient> recipients() {
        return List.of("legal1", "legal2").stream()
                .map(id -> Recipient.of(parties.person(id).orElseThrow()))
                .toList();
    }

    private void send(Notice notice) {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> notifications.send(notice));
    }

    private String codeOf(Task task) {
        return jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .single();
    }

    private void watchAt(String time) {
        clock.set(time);
        cases.watch();
    }
}
