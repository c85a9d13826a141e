package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;

/** How the week begins: one mail to everybody who has, leads or watches over open work. */
@CaseEngineTest
class WeekOverviewTest {

    private static final String MONDAY = "2026-11-23T07:30";
    private static final String OVERVIEW = "Tổng hợp đầu tuần 23/11/2026";

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    TwoDepartments parties;

    @Autowired
    SlaWatch slaWatch;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void everybodyHasHadTheOverviewOfLastWeek() throws Exception {
        cases.reset();
        cases.awaitOverviews();
    }

    @Test
    void everybodyWithOpenWorkAndWhoLeadsOrWatchesIsToldOnceAWeekFromTheHourOn() {
        cases.open("Thỏa thuận", "legal1", "2026-12-18T17:00");
        cases.written();

        watchAt("2026-11-23T07:15");
        assertThat(cases.written()).isEmpty();

        watchAt(MONDAY);
        assertThat(cases.written())
                .containsExactly("leader1: " + OVERVIEW, "legal1: " + OVERVIEW, "manager1: " + OVERVIEW);

        watchAt("2026-11-23T07:45");
        watchAt("2026-11-25T09:00");
        watchAt("2026-11-27T09:00");
        assertThat(cases.written()).isEmpty();

        watchAt("2026-11-30T07:30");
        assertThat(cases.written())
                .containsExactly(
                        "leader1: Tổng hợp đầu tuần 30/11/2026",
                        "legal1: Tổng hợp đầu tuần 30/11/2026",
                        "manager1: Tổng hợp đầu tuần 30/11/2026");
    }

    @Test
    void aClockThatWasAheadSilencesNobody() {
        cases.open("Thỏa thuận", "legal1", "2026-12-18T17:00");
        cases.written();
        jdbc.sql("update lienket.digest set sent_on = date '2026-12-21'").update();

        watchAt(MONDAY);
        assertThat(cases.written())
                .containsExactly("leader1: " + OVERVIEW, "legal1: " + OVERVIEW, "manager1: " + OVERVIEW);
    }

    @Test
    void nobodyIsToldWhileNothingIsOpen() {
        watchAt(MONDAY);

        assertThat(cases.written()).isEmpty();
    }

    @Test
    void itComesOnTheFirstWorkingDayOfTheOrganisationsCalendar() {
        cases.open("Thỏa thuận", null, "2027-02-18T17:00");
        cases.written();
        jdbc.sql("update lienket.digest set overview_week = date '2026-08-24'").update();

        watchAt("2026-08-31T09:00"); // 31 August to 2 September are days off
        watchAt("2026-09-02T09:00");
        assertThat(cases.written()).isEmpty();

        watchAt("2026-09-03T07:30");
        assertThat(cases.written())
                .contains("leader1: Tổng hợp đầu tuần 31/08/2026")
                .hasSize(4);
    }

    @Test
    void itSaysWhatIsOpenOverdueDueThisWeekAndPausedAndLinksToTheRest() throws Exception {
        IntStream.range(0, WeekOverviews.MOST + 2).forEach(i -> cases.open("Quá " + i, "legal1", "2026-11-20T08:00"));
        Task paused = cases.open("Dừng", "legal1", "2026-11-20T08:00");
        cases.open("Trong tuần", null, "2026-11-27T17:00");
        cases.open("Sau", "legal2", "2026-12-18T17:00");
        jdbc.sql("insert into lienket.case_clock (case_code, organisation, stopped_at) values (?, 'binhduong', now())")
                .param(code(paused))
                .update();
        watchAt("2026-11-20T09:00");
        cases.written();

        watchAt(MONDAY);
        cases.deliver();

        assertThat(Cases.textOf(cases.mailTo("legal1")))
                .contains("== Việc của bạn và nhóm bạn ==", "test: 14 việc đang mở; 12 quá hạn; 1 đến hạn trong tuần")
                .contains(
                        "việc tạm dừng: 1",
                        "Quá hạn (12 việc)",
                        "và 2 việc nữa: https://lienket.example/cases?state=late")
                .contains("&assignee=legal1", "Đến hạn trong tuần (1 việc)")
                .contains("Chọn thư muốn nhận: https://lienket.example/account/mails")
                .doesNotContain("Việc của Sở", code(paused));
        assertThat(Cases.textOf(cases.mailTo("manager1")))
                .contains("== Việc của Sở TT&TT Bình Dương ==")
                .contains("test: 15 việc đang mở; 12 quá hạn; 1 đến hạn trong tuần; hồ sơ tạm dừng: 1")
                .doesNotContain("Việc của bạn");
        assertThat(Cases.htmlOf(cases.mailTo("manager1")))
                .contains(
                        "Hồ sơ tạm dừng",
                        "/cases?state=open&amp;sort=due\"",
                        "href=\"https://lienket.example/account/mails\"");
        jdbc.sql("delete from lienket.case_clock where case_code = ?")
                .param(code(paused))
                .update();
    }

    @Test
    void whatHasComeDueIsInTheSameMail() {
        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        watchAt("2026-11-20T09:00");
        cases.written();
        watchAt("2026-11-21T09:00"); // a Saturday
        assertThat(cases.written()).isEmpty();

        watchAt(MONDAY);

        assertThat(cases.written())
                .containsExactly(
                        "leader1: %s; Quá hạn: 1 việc".formatted(OVERVIEW),
                        "legal1: %s; Quá hạn: 1 việc".formatted(OVERVIEW),
                        "manager1: " + OVERVIEW);
    }

    @Test
    void whoIsAwayOrMissedItIsToldWhenHeIsBackButNobodyNewInTheMiddleOfAWeek() {
        cases.open("Thỏa thuận", "legal1", "2026-12-18T17:00");
        cases.written();
        parties.away("leader1", null);
        jdbc.sql("delete from lienket.digest where recipient = 'manager1'").update();
        clock.set("2026-11-25T09:00"); // nothing ran on Monday
        cases.watch();
        assertThat(cases.written()).containsExactly("legal1: " + OVERVIEW);

        parties.restore();
        watchAt("2026-11-26T09:00");
        assertThat(cases.written()).containsExactly("leader1: " + OVERVIEW);

        watchAt("2026-11-30T09:00");
        assertThat(cases.written()).contains("manager1: Tổng hợp đầu tuần 30/11/2026");
    }

    @Test
    void twoNodesAtOnceWriteToEachPersonOnce() throws Exception {
        cases.open("Thỏa thuận", "legal1", "2026-12-18T17:00");
        cases.written();
        jdbc.sql("delete from lienket.digest").update();
        clock.set(MONDAY);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            Future<?> there = transaction().execute(status -> {
                slaWatch.sweep();
                return otherNode.submit(this::sweep);
            });
            there.get(20, TimeUnit.SECONDS);
        } finally {
            otherNode.shutdownNow();
        }

        assertThat(cases.written()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aRoundThatIsKilledHasToldNobodyAndTheNextTellsEverybodyOnce() {
        cases.open("Thỏa thuận", "legal1", "2026-12-18T17:00");
        cases.written();
        clock.set(MONDAY);

        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                    slaWatch.sweep();
                    throw new IllegalStateException("the node is killed");
                }))
                .hasMessage("the node is killed");
        assertThat(cases.written()).isEmpty();

        sweep();
        assertThat(cases.written()).hasSize(3);
    }

    private void sweep() {
        transaction().executeWithoutResult(status -> slaWatch.sweep());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactionManager);
    }

    private String code(Task task) {
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
