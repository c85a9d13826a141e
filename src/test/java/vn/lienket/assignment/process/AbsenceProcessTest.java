package vn.lienket.assignment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

/** An absence from its registration to what becomes of the work, over Tết 2026 (17 February). */
@ProcessTest
class AbsenceProcessTest {

    private static final String AWAY = "binhduong.officer2";
    private static final String SUBSTITUTE = "binhduong.officer1";

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AbsenceModel.PROCESS);

    @Autowired
    SigningCases agreements;

    @Autowired
    ConsultingCases consulting;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    FilterService filterService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void everybodyIsBack() {
        clock.reset();
        jdbc.sql("delete from lienket.absence where registered_by is not null").update();
        jdbc.sql("insert into lienket.directory_version default values").update();
    }

    @Test
    void itsRegistrationIsRecordedAndOverAtOnce() {
        clock.set("2026-02-13T09:00");

        register(AWAY, AWAY, "2026-02-16", "2026-02-22", SUBSTITUTE, "");

        assertThat(jdbc.sql(
                                "select person, substitute, registered_by from lienket.absence where first_day = '2026-02-16'")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(AWAY, SUBSTITUTE, AWAY);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(AbsenceModel.PROCESS)
                        .count())
                .isZero();
    }

    /** It belongs to no channel, so that everybody could read it there. */
    @Test
    void nothingOfItIsInTheHistoryOfTheEngine() {
        clock.set("2026-02-13T09:00");

        register(AWAY, AWAY, "2026-02-16", "2026-02-22", SUBSTITUTE, "");

        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(AbsenceModel.PROCESS)
                        .count())
                .isZero();
        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .variableName("substitute")
                        .count())
                .isZero();
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        clock.set("2026-02-13T09:00");

        assertThatThrownBy(() -> register(AWAY, AWAY, "2026-02-22", "2026-02-16", SUBSTITUTE, ""))
                .hasMessageContaining("Đến ngày: không được trước ngày bắt đầu.");
        assertThatThrownBy(() -> register("tayninh.leader1", AWAY, "2026-02-16", "2026-02-22", SUBSTITUTE, ""))
                .hasMessageContaining("Chỉ chính người vắng mặt");

        assertThat(jdbc.sql("select count(*) from lienket.absence where registered_by is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void openWorkGoesToTheSubstituteWithTheRegistrationAndIsFoundApart() {
        clock.set("2026-02-13T09:00");
        Task task = claimedDraft(AWAY);

        register(AWAY, AWAY, "2026-02-13", "2026-02-22", SUBSTITUTE, "");

        Task borrowed = task(task.getId());
        assertThat(borrowed.getAssignee()).isEqualTo(SUBSTITUTE);
        assertThat(borrowed.getOwner()).isEqualTo(AWAY);
        assertThat(borrowed.getDelegationState()).isEqualTo(DelegationState.PENDING);
        assertThat(listed("Việc nhận thay", SUBSTITUTE)).contains(task.getId());
        assertThat(listed("Việc nhận thay", AWAY)).doesNotContain(task.getId());
    }

    @Test
    void overTetItBeginsOnItsFirstDayBeItAHoliday() {
        clock.set("2026-02-13T09:00");
        Task task = claimedDraft(AWAY);
        register("binhduong.leader1", AWAY, "2026-02-17", "2026-02-22", SUBSTITUTE, "");

        clock.set("2026-02-16T23:50");
        watch();
        assertThat(task(task.getId()).getAssignee()).isEqualTo(AWAY);

        clock.set("2026-02-17T00:05");
        watch();
        assertThat(task(task.getId()).getAssignee()).isEqualTo(SUBSTITUTE);

        clock.set("2026-02-23T08:00");
        watch();
        assertThat(task(task.getId()).getAssignee()).isEqualTo(SUBSTITUTE);
    }

    @Test
    void withoutASubstituteItGoesBackToTheGroup() {
        clock.set("2026-02-13T09:00");
        Task task = claimedDraft(AWAY);

        register(AWAY, AWAY, "2026-02-13", "2026-02-22", "", "");

        assertThat(task(task.getId()).getAssignee()).isNull();
        assertThat(task(task.getId()).getOwner()).isNull();
    }

    @Test
    void otherKindsOfWorkStay() {
        clock.set("2026-02-13T09:00");
        Task task = claimedDraft(AWAY);

        register(AWAY, AWAY, "2026-02-13", "2026-02-22", SUBSTITUTE, ConsultingModel.PROCESS);
        watch();
        assertThat(task(task.getId()).getAssignee()).isEqualTo(AWAY);

        register(AWAY, AWAY, "2026-02-13", "2026-02-22", SUBSTITUTE, AgreementModel.SIGNING_PROCESS);
        assertThat(task(task.getId()).getAssignee()).isEqualTo(SUBSTITUTE);
    }

    @Test
    void newWorkOfAPersonWhoIsAwayIsHisSubstitutesFromItsBeginning() {
        clock.set("2026-02-13T09:00");
        ConsultingWalk walk = consulting.open().upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        String consultant = walk.consultingCase().consultant();
        String other = consultant.endsWith("1") ? consultant.replace("1", "2") : consultant.replace("2", "1");
        register(consultant, consultant, "2026-02-14", "2026-02-22", other, ConsultingModel.PROCESS);
        clock.set("2026-02-14T09:00");

        walk.decideSupport("none", "");

        assertThat(walk.tasks(ConsultingModel.TASK_CARRY_OUT_STEP)).isNotEmpty().allSatisfy(step -> {
            assertThat(step.getAssignee()).isEqualTo(other);
            assertThat(step.getOwner()).isEqualTo(consultant);
            assertThat(step.getDelegationState()).isEqualTo(DelegationState.PENDING);
        });
    }

    @Test
    void whatIsGivenBackOrPassedOnIsNoLongerBorrowed() {
        clock.set("2026-02-13T09:00");
        Task task = claimedDraft(AWAY);
        register(AWAY, AWAY, "2026-02-13", "2026-02-22", SUBSTITUTE, "");

        people.does(SUBSTITUTE, () -> taskService.setAssignee(task.getId(), null));
        assertThat(task(task.getId()).getOwner()).isNull();
        assertThat(task(task.getId()).getDelegationState()).isNull();

        people.does(SUBSTITUTE, () -> taskService.claim(task.getId(), SUBSTITUTE));
        assertThat(listed("Việc nhận thay", SUBSTITUTE)).doesNotContain(task.getId());
    }

    @Test
    void nobodyGivesWorkToWhoIsAway() {
        clock.set("2026-02-13T09:00");
        Task task = agreements.open().task(AgreementModel.TASK_DRAFT, "binhduong");
        register(AWAY, AWAY, "2026-02-13", "2026-02-22", SUBSTITUTE, "");

        assertThatThrownBy(() -> people.does(AWAY, () -> taskService.claim(task.getId(), AWAY)))
                .hasMessageContaining("Bạn đang trong kỳ vắng mặt");
        people.does(SUBSTITUTE, () -> taskService.claim(task.getId(), SUBSTITUTE));
        assertThatThrownBy(() -> people.does("binhduong.leader1", () -> taskService.setAssignee(task.getId(), AWAY)))
                .hasMessageContaining("người này đang vắng mặt");
        assertThat(task(task.getId()).getAssignee()).isEqualTo(SUBSTITUTE);
    }

    private Task claimedDraft(String person) {
        Task task = agreements.open().task(AgreementModel.TASK_DRAFT, "binhduong");
        people.does(person, () -> taskService.claim(task.getId(), person));
        return task;
    }

    private void register(String by, String person, String from, String to, String substitute, String kinds) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("person", person);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("substitute", substitute);
        fields.put("kinds", kinds);
        people.does(by, () -> runtimeService.startProcessInstanceByKey(AbsenceModel.PROCESS, fields));
    }

    private Task task(String id) {
        return taskService.createTaskQuery().taskId(id).singleResult();
    }

    private List<String> listed(String filter, String person) {
        String id = filterService
                .createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        return people.as(
                person,
                () -> filterService.<Task>listPage(id, 0, 1000).stream()
                        .map(Task::getId)
                        .toList());
    }

    private void watch() {
        managementService.executeJob(managementService
                .createJobQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .timers()
                .singleResult()
                .getId());
    }
}
