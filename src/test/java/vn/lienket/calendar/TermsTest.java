package vn.lienket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;

class TermsTest {

    private final Terms terms = new Terms(Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), Deadlines.ZONE));

    @Test
    void knowsHowLongAStepMayTake() {
        assertThat(terms.days(ConsultingModel.TASK_DECIDE_SUPPORT)).isEqualTo(14);
        assertThat(terms.days("supplement")).isEqualTo(10);
        assertThat(terms.all()).hasSize(28);
    }

    @Test
    void knowsTheFirstTermForDaysBeforeIt() {
        Terms earlier = new Terms(Clock.fixed(Instant.parse("2020-01-01T01:00:00Z"), Deadlines.ZONE));

        assertThat(earlier.days(AgreementModel.TASK_REGISTER)).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms.days("Task_Unknown"));
    }
}
