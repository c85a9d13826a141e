package vn.lienket.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** What the engine's doors refuse is a line in the log, also what they themselves take for a fault of the server. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class QuietRefusalsTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void aTaskThatSomebodyElseHasCompletedLeavesNoStack(CapturedOutput output) {
        AgreementCase agreement = cooperation.agreement();
        String task = agreement.task(AgreementModel.TASK_DRAFT, "binhduong");
        Actor officer = cooperation.as("binhduong.officer1");
        officer.complete(task, Map.of("generateDraft", true)).expect(HttpStatus.NO_CONTENT);

        for (String step : List.of("complete", "submit-form")) {
            Answer late = officer.post("/engine-rest/task/%s/%s".formatted(task, step), Map.of("variables", Map.of()));
            assertThat(late.status()).as(late.body()).isEqualTo(409);
            assertThat(output.getOut()).contains("Refused 409 POST /engine-rest/task/*/%s".formatted(step));
        }

        assertThat(output.getOut()).doesNotContain("\tat org.camunda", "ENGINE-REST");
    }
}
