package vn.lienket.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class CaseWithdrawalProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(CaseModel.WITHDRAWAL_PROCESS);

    @Autowired
    SigningCases cases;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    HistoryService historyService;

    @Test
    void withdrawsTheCaseItNames() {
        SigningCase signing = cases.open().draft();

        ProcessInstance request = withdraw("binhduong.leader1", signing.code(), "Thay đổi kế hoạch");

        assertThat(request)
                .isEnded()
                .hasPassed(
                        CaseModel.START_WITHDRAWAL_REQUESTED,
                        CaseModel.TASK_REQUEST_WITHDRAWAL,
                        CaseModel.END_WITHDRAWAL_REQUESTED);
        assertThat(request.getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(signing.instance())
                .isEnded()
                .hasPassed(AgreementModel.END_WITHDRAWN)
                .hasNotPassed(AgreementModel.END_IN_FORCE);
    }

    @Test
    void leavesNoTraceWhereItIsRefused() {
        SigningCase running = cases.open();
        SigningCase ended = cases.open();
        withdraw("binhduong.officer1", ended.code(), "Mở nhầm");
        long before = requests();

        assertThatThrownBy(() -> withdraw("tayninh.leader1", running.code(), "Thay đổi kế hoạch"))
                .hasMessageContaining("đơn vị chủ trì");
        assertThatThrownBy(() -> withdraw("qtsc.officer1", running.code(), "Thay đổi kế hoạch"))
                .hasMessageContaining("không có hồ sơ");
        assertThatThrownBy(() -> withdraw("binhduong.officer1", running.code(), ""))
                .hasMessageContaining("Lý do");
        assertThatThrownBy(() -> withdraw("binhduong.officer1", ended.code(), "Lần nữa"))
                .hasMessageContaining("không ở bước nhận thao tác này");

        assertThat(requests()).isEqualTo(before);
        assertThat(running.instance())
                .isWaitingAtExactly(AgreementModel.TASK_DRAFT)
                .hasNotPassed(AgreementModel.START_WITHDRAWN);
    }

    private ProcessInstance withdraw(String person, String caseCode, String reason) {
        return people.as(
                person,
                () -> runtimeService.startProcessInstanceByKey(
                        CaseModel.WITHDRAWAL_PROCESS,
                        Map.of(CaseVariables.CASE_CODE, caseCode, CaseVariables.WITHDRAWAL_REASON, reason)));
    }

    private long requests() {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(CaseModel.WITHDRAWAL_PROCESS)
                .count();
    }
}
