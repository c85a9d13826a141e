package vn.lienket.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.Dossiers;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipients;
import vn.lienket.notification.SettableClock;

@CaseEngineTest
class TransferInvitationsTest {

    private static final int DOCUMENT = 0;
    private static final int TRAINING = 1;
    private static final int VISIT = 2;
    private static final int UNSCHEDULED = 3;

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Notifications notifications;

    @Autowired
    Recipients recipients;

    @Autowired
    SettableClock clock;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    private TransactionTemplate transaction;
    private TransferInvitations invitations;
    private TransferCase approved;

    @BeforeEach
    void anApprovedPlan() throws Exception {
        cases.reset();
        transaction = new TransactionTemplate(transactionManager);
        invitations = new TransferInvitations(notifications, recipients, clock);
        approved = approvedPlan();
        transaction.executeWithoutResult(status -> invitations.on(new TransferEvent.PlanApproved(
                approved.about(),
                approved.plan().items(),
                approved.plan().contractDocument(),
                approved.plan().contractNumber(),
                approved.plan().contractedOn())));
    }

    @Test
    void theRequesterAndTheExpertAreInvitedToWhatHasADate() {
        assertThat(calendars(TRAINING)).hasSize(1);
        assertThat(calendars(VISIT)).hasSize(1);
        assertThat(calendars(DOCUMENT)).isEmpty();
        assertThat(calendars(UNSCHEDULED)).isEmpty();
        assertThat(cases.written())
                .containsExactly(
                        "leader1: Mời tham dự: Cử chuyên gia",
                        "leader1: Mời tham dự: Vận hành trung tâm",
                        "legal1: Mời tham dự: Vận hành trung tâm",
                        "legal2: Mời tham dự: Cử chuyên gia",
                        "officer1: Mời tham dự: Cử chuyên gia",
                        "officer1: Mời tham dự: Vận hành trung tâm");
    }

    @Test
    void aNewDateMovesTheSameMeeting() {
        approved.reschedule(TRAINING, LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 9), "Phòng họp B");
        approved.invite(List.of(TRAINING));
        transaction.executeWithoutResult(status -> invitations.on(new TransferEvent.Rescheduled(
                approved.about(), TRAINING, approved.plan().items().get(TRAINING))));

        List<ICalendar> calendars = calendars(TRAINING);
        assertThat(calendars)
                .hasSize(2)
                .allSatisfy(
                        calendar -> assertThat(calendar.getMethod().isRequest()).isTrue());
        assertSameMeetingInRisingSequence(calendars);
        VEvent moved = calendars.get(1).getEvents().get(0);
        assertThat(moved.getDateStart().getValue().getRawComponents()).hasToString("20261208T000000");
        assertThat(moved.getDateEnd().getValue().getRawComponents()).hasToString("20261210T000000");
        assertThat(moved.getLocation().getValue()).isEqualTo("Phòng họp B");
    }

    @Test
    void aDateGivenLaterInvitesForTheFirstTime() {
        approved.reschedule(UNSCHEDULED, LocalDate.of(2026, 12, 8), null, null);
        approved.invite(List.of(UNSCHEDULED));
        transaction.executeWithoutResult(status -> invitations.on(new TransferEvent.Rescheduled(
                approved.about(), UNSCHEDULED, approved.plan().items().get(UNSCHEDULED))));

        assertThat(calendars(UNSCHEDULED))
                .singleElement()
                .satisfies(calendar -> assertThat(
                                calendar.getEvents().get(0).getSequence().getValue())
                        .isZero());
        assertThat(cases.written()).contains("officer1: Mời tham dự: Đào tạo sau");
    }

    @Test
    void aWithdrawnRequestCallsOffWhatIsToCome() {
        clock.set("2026-12-02T09:00");
        approved.withdraw("Không còn nhu cầu", LocalDate.of(2026, 12, 2));
        transaction.executeWithoutResult(status -> invitations.on(new TransferEvent.Withdrawn(
                approved.about(), approved.endReason(), approved.plan().items())));

        assertThat(calendars(TRAINING)).as("held on 1 December").hasSize(1);
        List<ICalendar> visit = calendars(VISIT);
        assertThat(visit).hasSize(2);
        assertThat(visit.get(1).getMethod().isCancel()).isTrue();
        assertThat(visit.get(1).getEvents().get(0).getStatus().isCancelled()).isTrue();
        assertSameMeetingInRisingSequence(visit);
        assertThat(calendars(UNSCHEDULED)).isEmpty();
    }

    private static void assertSameMeetingInRisingSequence(List<ICalendar> calendars) {
        assertThat(calendars)
                .extracting(calendar -> calendar.getEvents().get(0).getUid().getValue())
                .containsOnly(calendars.get(0).getEvents().get(0).getUid().getValue());
        assertThat(calendars)
                .extracting(
                        calendar -> calendar.getEvents().get(0).getSequence().getValue())
                .containsExactly(0, 1);
    }

    /** What was sent to the officer about an item, in order. */
    private List<ICalendar> calendars(int item) {
        return jdbc
                .sql("""
                        select calendar_text from lienket.message
                        where recipient_email like 'officer1@%' and event like ? order by event""")
                .param("transfer:%s:meeting-%d-%%".formatted(approved.caseCode(), item + 1))
                .query(String.class)
                .list()
                .stream()
                .map(text -> Biweekly.parse(text).first())
                .toList();
    }

    private TransferCase approvedPlan() {
        String caseCode = transaction.execute(
                status -> dossiers.open("transfer", "Phần mềm điều hành", "binhduong-tayninh", "binhduong"));
        TransferCase request = SampleTransfers.approved(
                caseCode,
                "binhduong-tayninh",
                item(ItemKind.DOCUMENT, "Tài liệu", "legal1", null, null),
                item(ItemKind.TRAINING, "Vận hành trung tâm", "legal1", LocalDate.of(2026, 12, 1), null),
                item(ItemKind.EXPERT, "Cử chuyên gia", "legal2", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 3)),
                item(ItemKind.TRAINING, "Đào tạo sau", "legal1", null, null));
        request.invite(List.of(TRAINING, VISIT));
        return request;
    }

    private static TransferItem item(ItemKind kind, String title, String expert, LocalDate from, LocalDate to) {
        ItemDetails details = new ItemDetails(from, to, "Phòng họp A", null, null, null, null, null, null, null, null);
        return TransferItem.planned(kind, title, 10, details, expert);
    }
}
