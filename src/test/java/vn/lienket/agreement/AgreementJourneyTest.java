package vn.lienket.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

@IntegrationTest
class AgreementJourneyTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void goesFromDraftThroughARoundOfChangesToInForce() {
        AgreementCase agreement = cooperation.agreement().draft();

        agreement.review("binhduong", "approve", "").review("tayninh", "changes", "Bổ sung cơ chế chia sẻ dữ liệu");
        agreement.revise();
        agreement.review("binhduong", "approve", "").review("tayninh", "approve", "");
        agreement.approve("binhduong", "approve", "").approve("tayninh", "approve", "");
        agreement.sign("binhduong").sign("tayninh");
        agreement.register("binhduong").register("tayninh");

        agreement.awaitState("IN_FORCE");
        assertThat(agreement.view().path("caseStatus").asInt()).isEqualTo(10);
        assertThat(agreement.view().path("rounds")).hasSize(2);
        assertThat(agreement.view().at("/rounds/0/reviews/1/comment").asText())
                .isEqualTo("Bổ sung cơ chế chia sẻ dữ liệu");
        assertThat(agreement.openTaskKeys()).isEmpty();
    }
}
