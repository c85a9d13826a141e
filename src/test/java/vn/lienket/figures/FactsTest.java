package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.paper.Paper;
import vn.lienket.support.PaperCases;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.process.TransferModel;

/** What is counted is written with each step, and is what a rebuild derives from the register and the engine's history. */
@ProcessTest
class FactsTest {

    @Autowired
    SigningCases agreements;

    @Autowired
    TransferCases transfers;

    @Autowired
    PaperCases papers;

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    FactsRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTaskIsCountedFromItsBeginningToItsEnd() {
        TransferWalk walk = transfers.open();
        Task check = walk.task(TransferModel.TASK_CHECK);

        assertThat(fact(check.getId()))
                .containsEntry("case_code", walk.code())
                .containsEntry("process", TransferModel.PROCESS)
                .containsEntry("step", TransferModel.TASK_CHECK)
                .containsEntry("step_name", check.getName())
                .containsEntry("role", "officer")
                .containsEntry("organisation", walk.transferCase().terms().providingOrganisation())
                .containsEntry("assignee", null)
                .containsEntry("ended_at", null);

        taskService.claim(check.getId(), "binhduong.officer1");
        assertThat(fact(check.getId())).containsEntry("assignee", "binhduong.officer1");

        walk.check("accept", "");
        assertThat(fact(check.getId()))
                .containsEntry("cancelled", false)
                .containsEntry("working_days", 0)
                .hasEntrySatisfying(
                        "term_days", days -> assertThat((Integer) days).isPositive())
                .hasEntrySatisfying("ended_at", at -> assertThat(at).isNotNull());
    }

    @Test
    void aMovedDueDateIsKept() {
        TransferWalk walk = transfers.open();
        Task check = walk.task(TransferModel.TASK_CHECK);
        Date before = check.getDueDate();
        check.setDueDate(Date.from(before.toInstant().plus(Duration.ofDays(3))));
        taskService.saveTask(check);

        assertThat(jdbc.sql("select due_at from lienket.task_due_before where task_id = ?")
                        .param(check.getId())
                        .query(OffsetDateTime.class)
                        .list())
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(before.toInstant());
    }

    @Test
    void aCaseIsJudgedWhenItEnds() {
        TransferWalk early = transfers.open().evaluated();
        TransferWalk late = transfers.open();
        overdue(late.task(TransferModel.TASK_CHECK));
        late.evaluated();
        SigningCase withdrawn = agreements.open();
        runtimeService
                .createMessageCorrelation(CaseModel.MESSAGE_WITHDRAWN)
                .processInstanceBusinessKey(withdrawn.code())
                .setVariable("withdrawalReason", "không cần nữa")
                .correlate();
        TransferWalk declined = transfers.open().check("decline", "ngoài phạm vi");

        assertThat(outcome(early.code())).isEqualTo("EARLY");
        assertThat(outcome(late.code())).isEqualTo("LATE");
        assertThat(outcome(withdrawn.code())).isEqualTo("WITHDRAWN");
        assertThat(outcome(declined.code())).isEqualTo("DECLINED");
        assertThat(jdbc.sql("select field from lienket.case_fact where code = ?")
                        .param(early.code())
                        .query(String.class)
                        .single())
                .isEqualTo(TransferFields.start().get("category"));
    }

    @Test
    void aPaperThatIsSignedBesideItsCaseSaysNothingOfIt() {
        TransferWalk walk = transfers.open().upTo(TransferModel.TASK_DELIVER_ITEM);
        String provider = walk.transferCase().providingOrganisation();
        Paper contract = papers.paper(walk.code(), "contract");
        ProcessInstance signing = papers.submit(provider + ".officer1", walk.code(), contract);
        overdue(papers.task(signing, provider + ".leader1"));
        walk.deliver().accept().evaluate();
        papers.sign(signing, provider, contract.document());

        assertThat(rebuild.rebuild(List.of(walk.code())).changed()).isZero();
        assertThat(outcome(walk.code())).isEqualTo("EARLY");
    }

    @Test
    void aRebuildFindsWhatTheStepsHaveWrittenAndMakesUpForWhatIsLost() {
        TransferWalk late = transfers.open();
        overdue(late.task(TransferModel.TASK_CHECK));
        late.evaluated();
        TransferWalk waiting = transfers.open().check("supplement", "thiếu hồ sơ");
        TransferWalk answered = transfers.open().check("supplement", "thiếu hồ sơ");
        answered.supplement(Map.of("supplementNote", "đã bổ sung"));
        TransferWalk assessed = transfers.open().upTo(TransferModel.TASK_PREPARE_PLAN);
        SigningCase inForce = agreements.open().inForce();
        List<String> codes = List.of(late.code(), waiting.code(), answered.code(), assessed.code(), inForce.code());
        List<Map<String, Object>> written = facts(codes);

        int changed = rebuild.rebuild(codes).changed();
        assertThat(facts(codes)).isEqualTo(written);
        assertThat(changed).isZero();

        jdbc.sql("delete from lienket.task_fact where case_code = any (?)")
                .param(codes.toArray(String[]::new))
                .update();
        jdbc.sql("update lienket.case_fact set closed_at = null, outcome = null where code = any (?)")
                .param(codes.toArray(String[]::new))
                .update();
        assertThat(rebuild.rebuild(codes).changed()).isGreaterThanOrEqualTo(written.size());
        assertThat(facts(codes)).isEqualTo(written);
    }

    private void overdue(Task task) {
        task.setDueDate(Date.from(Instant.now().minus(Duration.ofHours(1))));
        taskService.saveTask(task);
    }

    private Map<String, Object> fact(String task) {
        return jdbc.sql("select * from lienket.task_fact where task_id = ?")
                .param(task)
                .query()
                .singleRow();
    }

    private String outcome(String code) {
        return jdbc.sql("select outcome from lienket.case_fact where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> facts(List<String> codes) {
        return jdbc.sql("""
                        select t.*, c.closed_at, c.outcome from lienket.task_fact t join lienket.case_fact c on c.code = t.case_code
                        where t.case_code = any (?) order by t.task_id""").param(codes.toArray(String[]::new)).query().listOfRows();
    }
}
