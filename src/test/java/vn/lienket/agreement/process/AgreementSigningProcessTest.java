package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.AgreementState;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class AgreementSigningProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AgreementModel.SIGNING_PROCESS);

    @Autowired
    SigningCases cases;

    @Test
    void comesIntoForce() {
        SigningCase signing = cases.open().inForce();

        assertThat(signing.instance()).isEnded().hasPassed("EndEvent_InForce");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
    }
}
