package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.process.AgreementModel;

@CaseEngineTest
class TaskMailTest {

    private static final String DUE = "2026-11-25T17:00";

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    @Autowired
    TwoDepartments parties;

    @Autowired
    PlatformTransactionManager transactionManager;

    @BeforeEach
    void nothingHasHappened() throws Exception {
        cases.reset();
    }

    @Test
    void everyMemberOfTheGroupIsToldOnceOfANewTask() {
        cases.open("Thỏa thuận hợp tác", null, DUE);

        assertThat(cases.written())
                .containsExactly("legal1: Việc mới: Rà soát dự thảo", "legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void nobodyIsToldOfNewTasksWhileTheCaseIsQuiet() {
        Task task = cases.openQuietly("Thỏa thuận hợp tác", null, DUE);
        assertThat(cases.written()).isEmpty();

        runtimeService.setVariable(task.getProcessInstanceId(), "quiet", false);
        runtimeService
                .createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(AgreementModel.TASK_REVIEW)
                .execute();
        assertThat(cases.written())
                .containsExactly("legal1: Việc mới: Rà soát dự thảo", "legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void anAssigneeIsToldOfHisTaskEvenInAQuietCase() {
        cases.openQuietly("Thỏa thuận hợp tác", "legal2", DUE);

        assertThat(cases.written()).containsExactly("legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void theMailSaysDossierTaskDeadlineWhoActsAndLinksToTheTask() throws Exception {
        Task task = cases.open("Thỏa thuận A & B", null, "2026-11-24T17:00");
        cases.deliver();

        String text = Cases.textOf(cases.mailTo("legal1"));
        assertThat(text)
                .contains("Kính gửi Pháp chế 1,")
                .containsPattern("Hồ sơ: H09-261120-\\d{4} – Thỏa thuận A & B\n")
                .contains("Công việc: Rà soát dự thảo\n")
                .contains("Thời hạn: thứ Ba, 24/11/2026, 17:00\n")
                .contains("Người xử lý: Pháp chế – Sở TT&TT Bình Dương\n")
                .contains("https://lienket.example/camunda/app/tasklist/default/#/?task=" + task.getId())
                .contains("thư tự động");
        assertThat(Cases.htmlOf(cases.mailTo("legal1")))
                .contains("Kính gửi <span>Pháp chế 1</span>")
                .contains(" – Thỏa thuận A &amp; B</td>")
                .contains("thứ Ba, 24/11/2026, 17:00")
                .contains("Pháp chế – Sở TT&amp;TT Bình Dương")
                .contains("href=\"https://lienket.example/camunda/app/tasklist/default/#/?task=" + task.getId())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("th:text", "xmlns");
    }

    @Test
    void aDeadlineInAYearWithoutNoticeOfItsDaysOffIsCalledProvisional() throws Exception {
        cases.open("Thỏa thuận", null, "2027-01-15T17:00");
        cases.deliver();

        assertThat(Cases.textOf(cases.mailTo("legal1")))
                .contains("Thời hạn: thứ Sáu, 15/01/2027, 17:00 (tạm tính: chưa có thông báo lịch nghỉ năm 2027)");
    }

    @Test
    void aTaskMayHaveNoDeadline() throws Exception {
        cases.open("Thỏa thuận", null, null);
        cases.deliver();

        assertThat(Cases.textOf(cases.mailTo("legal1"))).contains("Thời hạn: không đặt thời hạn");
    }

    @Test
    void aTaskCreatedForSomebodyIsToldToHimAloneAndOnce() {
        cases.open("Thỏa thuận", "legal2", DUE);

        assertThat(cases.written()).containsExactly("legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void whoIsGivenATaskByAnotherIsToldEveryTime() throws Exception {
        Task task = cases.open("Thỏa thuận", null, DUE);
        cases.written();

        as("legal2", () -> taskService.setAssignee(task.getId(), "legal1"));
        cases.deliver();
        assertThat(Cases.textOf(cases.mailTo("legal1")))
                .contains("Pháp chế 1 được giao xử lý việc dưới đây; người giao: Pháp chế 2.");

        as("legal1", () -> taskService.setAssignee(task.getId(), "legal2"));
        as("legal2", () -> taskService.setAssignee(task.getId(), "legal1"));
        assertThat(cases.written())
                .containsExactly("legal1: Việc được giao: Rà soát dự thảo", "legal2: Việc được giao: Rà soát dự thảo");
    }

    @Test
    void whoTakesATaskHimselfIsNotTold() {
        Task task = cases.open("Thỏa thuận", null, DUE);
        cases.written();

        as("legal1", () -> taskService.claim(task.getId(), "legal1"));

        assertThat(cases.written()).isEmpty();
    }

    @Test
    void aStepThatFailsTellsNobody() {
        Task task = cases.open("Thỏa thuận", null, DUE);
        cases.deliver();
        cases.written();

        assertThatThrownBy(() -> new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
                    taskService.setAssignee(task.getId(), "legal1");
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");

        assertThat(cases.written()).isEmpty();
        assertThat(cases.deliveries()).isEmpty();
    }

    @Test
    void forWhoIsAwayHisSubstituteIsTold() {
        parties.away("legal1", "officer1");
        cases.open("Thỏa thuận", null, DUE);

        assertThat(cases.written())
                .containsExactly("legal2: Việc mới: Rà soát dự thảo", "officer1: Việc mới: Rà soát dự thảo");
    }

    @Test
    void nobodyIsToldTwiceForHimselfAndAsASubstitute() {
        parties.away("legal1", "legal2");
        cases.open("Thỏa thuận", null, DUE);

        assertThat(cases.written()).containsExactly("legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void forAnAssigneeWhoIsAwayTheGroupIsTold() {
        parties.away("legal1", null);
        cases.open("Thỏa thuận", "legal1", DUE);

        assertThat(cases.written()).containsExactly("legal2: Việc mới: Rà soát dự thảo");
    }

    @Test
    void ifAllAreAwayTheOrganisationIsWrittenTo() {
        parties.away("legal1", "legal2");
        parties.away("legal2", "legal1");
        cases.open("Thỏa thuận", null, DUE);

        assertThat(cases.written()).isEqualTo(List.of("vanthu: Việc mới: Rà soát dự thảo"));
    }

    private void as(String user, Runnable step) {
        identityService.setAuthentication(user, List.of("binhduong-legal"), List.of("binhduong-tayninh"));
        try {
            step.run();
            assertThat(identityService.getCurrentAuthentication().getUserId()).isEqualTo(user);
            assertThat(identityService.getCurrentAuthentication().getGroupIds()).containsExactly("binhduong-legal");
        } finally {
            identityService.clearAuthentication();
        }
    }
}
