package vn.lienket.transfer.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferWalk;

@ProcessTest
class TechnologyTransferProcessTest {

    @Autowired
    TransferCases cases;

    @Test
    void goesFromANeedToAnEvaluatedDelivery() {
        TransferWalk walk = cases.open().evaluated();

        assertThat(walk.instance()).isEnded();
    }
}
