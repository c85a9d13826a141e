package vn.lienket.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.assignment.process.AssignmentModel;
import vn.lienket.support.Absences;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.TransferAssessment;
import vn.lienket.transfer.TransferState;

/** Who assesses a request, who takes the place of whom, and that nobody reads what the others wrote. */
@ProcessTest
class TransferExpertsTest {

    private static final String THIRD = "qtsc.expert3";

    @Autowired
    TransferCases cases;

    @Autowired
    Absences absences;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    FormService formService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    HistoryService historyService;

    @Autowired
    IdentityService identityService;

    @Autowired
    ManagementService managementService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void everyPresentExpertWithTheSkillIsAsked() {
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS);

        assertThat(walk.tasks(TransferModel.TASK_ASSESS))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("qtsc.expert1", "qtsc.expert2");
    }

    @Test
    void whatAnExpertWroteIsNowhereToBeReadInTheEngine() {
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS);

        walk.assessAs("qtsc.expert1", "infeasible");
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.ASSESSING);
        assertThat(readable(walk)).isEmpty();

        people.does(
                "qtsc.expert2",
                () -> formService.submitTaskForm(
                        walk.task(TransferModel.TASK_ASSESS, "qtsc.expert2").getId(),
                        TransferWalk.assessment("infeasible")));
        assertThat(readable(walk)).isEmpty();
        assertThat(walk.transferCase().assessments())
                .extracting(TransferAssessment::feasibility, TransferAssessment::note)
                .containsOnly(tuple("infeasible", "Nhận xét riêng: infeasible"));
    }

    @Test
    void nobodyAssessesTwice() {
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS);
        Task second = walk.task(TransferModel.TASK_ASSESS, "qtsc.expert2");
        walk.assessAs("qtsc.expert1", "feasible");
        handOver(second, "qtsc.expert1");

        assertThatThrownBy(() -> walk.complete("qtsc.expert1", second, TransferWalk.assessment("feasible")))
                .hasMessageContaining("chỉ đánh giá một lần");
    }

    @Test
    void anExpertWhoFallsAbsentIsReplacedAndWhatTheOthersWroteStays() {
        clock.set("2026-10-12T09:00");
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS);
        walk.assessAs("qtsc.expert2", "partly");
        absences.on("2026-10-13", "qtsc.expert1");
        clock.set("2026-10-13T09:00");

        withAThirdExpert(() -> {
            watch();

            assertThat(walk.task(TransferModel.TASK_ASSESS).getAssignee()).isEqualTo(THIRD);
            assertThat(walk.transferCase().assessments())
                    .extracting(
                            TransferAssessment::expert, TransferAssessment::replaced, TransferAssessment::feasibility)
                    .containsExactlyInAnyOrder(
                            tuple(THIRD, "qtsc.expert1", null), tuple("qtsc.expert2", null, "partly"));

            walk.assessAs(THIRD, "partly");
        });

        assertThat(walk.transferCase().state()).isEqualTo(TransferState.PLANNING);
        assertThat(walk.transferCase().feasibility()).isEqualTo("partly");
    }

    @Test
    void whereNobodyElseFitsTheAssessmentGoesBackToTheGroup() {
        clock.set("2026-10-14T09:00");
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS);
        walk.assessAs("qtsc.expert2", "feasible");
        absences.on("2026-10-15", "qtsc.expert1");
        clock.set("2026-10-15T09:00");

        watch();

        Task waiting = walk.task(TransferModel.TASK_ASSESS);
        assertThat(waiting.getAssignee()).isNull();
        assertThat(walk.groups(waiting)).containsExactly("qtsc-expert");
        assertThat(walk.transferCase().assessments())
                .extracting(TransferAssessment::feasibility)
                .containsExactlyInAnyOrder(null, "feasible");
        clock.set("2026-10-16T09:00");
        walk.complete("qtsc.expert1", waiting, TransferWalk.assessment("feasible"));
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.PLANNING);
    }

    @Test
    void whereNoExpertIsPresentTheAssessmentWaitsInTheGroupAndTheLeaderIsTold() {
        clock.set("2026-10-19T09:00");
        absences.on("2026-10-19", "binhduong.expert1");

        TransferWalk walk = cases.open().upTo(TransferModel.TASK_ASSESS);

        Task waiting = walk.task(TransferModel.TASK_ASSESS);
        assertThat(waiting.getAssignee()).isNull();
        assertThat(walk.groups(waiting)).containsExactly("binhduong-expert");
        assertThat(cases.told(walk.code(), "nobody-fits"))
                .containsExactly("binhduong.leader1@binhduong.example", "binhduong.leader2@binhduong.example");
        walk.complete("binhduong.expert2", waiting, TransferWalk.assessment("feasible"));
        assertThat(walk.transferCase().leadExpert()).isEqualTo("binhduong.expert2");
    }

    /** What is in the variables of the running case and in the history, of the fields that are hidden. */
    private List<Object> readable(TransferWalk walk) {
        String instance = walk.instance().getId();
        List<Object> readable = new ArrayList<>();
        runtimeService.createVariableInstanceQuery().processInstanceIdIn(instance).list().stream()
                .filter(variable -> TransferModel.CONFIDENTIAL.contains(variable.getName()))
                .map(VariableInstance::getValue)
                .filter(Objects::nonNull)
                .forEach(readable::add);
        historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .includeDeleted()
                .list()
                .stream()
                .filter(variable -> TransferModel.CONFIDENTIAL.contains(variable.getName()))
                .map(HistoricVariableInstance::getValue)
                .forEach(readable::add);
        historyService.createHistoricDetailQuery().processInstanceId(instance).variableUpdates().list().stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> TransferModel.CONFIDENTIAL.contains(update.getVariableName()))
                .map(HistoricVariableUpdate::getValue)
                .forEach(readable::add);
        readable.addAll(historyService
                .createHistoricDetailQuery()
                .processInstanceId(instance)
                .formFields()
                .list());
        return readable;
    }

    /** One round of the watch over open work. */
    private void watch() {
        managementService.executeJob(managementService
                .createJobQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .timers()
                .singleResult()
                .getId());
    }

    private void handOver(Task task, String person) {
        jdbc.sql("update act_ru_task set assignee_ = ? where id_ = ?")
                .params(person, task.getId())
                .update();
    }

    private void withAThirdExpert(Runnable step) {
        jdbc.sql("insert into lienket.person values (?, 'Chuyên gia 3, QTSC', ?, 'qtsc', true)")
                .params(THIRD, THIRD + "@qtsc.example")
                .update();
        jdbc.sql("insert into lienket.person_role values (?, 'expert')")
                .param(THIRD)
                .update();
        jdbc.sql("insert into lienket.person_skill values (?, 'data-and-ai')")
                .param(THIRD)
                .update();
        jdbc.sql("insert into lienket.directory_version default values").update();
        identityService.saveUser(identityService.newUser(THIRD));
        identityService.createMembership(THIRD, "qtsc-expert");
        try {
            step.run();
        } finally {
            identityService.deleteUser(THIRD);
            for (String table : List.of("person_skill", "person_role")) {
                jdbc.sql("delete from lienket.%s where person = ?".formatted(table))
                        .param(THIRD)
                        .update();
            }
            jdbc.sql("delete from lienket.person where id = ?").param(THIRD).update();
            jdbc.sql("insert into lienket.directory_version default values").update();
        }
    }
}
