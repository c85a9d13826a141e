package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.AgreementState;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class AgreementTerminationProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AgreementModel.TERMINATION_PROCESS);

    @Autowired
    SigningCases cases;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    HistoryService historyService;

    @Test
    void terminatesAnAgreementInForce() {
        SigningCase signing = cases.open().inForce();
        ProcessInstance lifecycle = cases.instance(AgreementModel.LIFECYCLE_PROCESS, signing.code());

        ProcessInstance request = terminate("binhduong.officer1", signing.code(), "Hết nhu cầu");

        assertThat(request)
                .isEnded()
                .hasPassed(
                        AgreementModel.START_TERMINATION_REQUESTED,
                        AgreementModel.TASK_REQUEST_TERMINATION,
                        AgreementModel.END_TERMINATION_REQUESTED);
        assertThat(request.getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(lifecycle)
                .isEnded()
                .hasPassed(AgreementModel.END_TERMINATED)
                .hasNotPassed(AgreementModel.END_EXPIRED);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.TERMINATED);
    }

    @Test
    void leavesNoTraceWhereItIsRefused() {
        SigningCase drafting = cases.open();
        long before = requests();

        assertThatThrownBy(() -> terminate("binhduong.officer1", drafting.code(), "Hết nhu cầu"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("không ở bước nhận thao tác này");
        assertThatThrownBy(() -> terminate("tayninh.officer1", drafting.code(), "Hết nhu cầu"))
                .hasMessageContaining("đơn vị chủ trì");
        assertThatThrownBy(() -> terminate("binhduong.officer1", drafting.code(), " "))
                .hasMessageContaining("Lý do");
        assertThatThrownBy(() -> terminate("binhduong.officer1", "H09-000000-0000", "Hết nhu cầu"))
                .hasMessageContaining("không có hồ sơ");

        assertThat(requests()).isEqualTo(before);
        assertThat(drafting.instance()).isWaitingAtExactly(AgreementModel.TASK_DRAFT);
    }

    private ProcessInstance terminate(String person, String caseCode, String reason) {
        return people.as(
                person,
                () -> runtimeService.startProcessInstanceByKey(
                        AgreementModel.TERMINATION_PROCESS,
                        Map.of(CaseVariables.CASE_CODE, caseCode, AgreementModel.TERMINATION_REASON, reason)));
    }

    private long requests() {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(AgreementModel.TERMINATION_PROCESS)
                .count();
    }
}
