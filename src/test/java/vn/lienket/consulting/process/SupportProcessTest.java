package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.consulting.Grant;
import vn.lienket.consulting.SupportPreview;
import vn.lienket.consulting.SupportService;
import vn.lienket.problem.ProblemException;
import vn.lienket.rule.Verification;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

/** What is granted, to whom, and how much of the year's cap it takes. */
@ProcessTest
class SupportProcessTest {

    @Autowired
    ConsultingCases cases;

    @Autowired
    ConsultingProcess process;

    @Autowired
    SupportService support;

    @Autowired
    DmnSupportRules rules;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    /** Half of 80 million is below the cap of a small enterprise, half of 150 million is above it. */
    @Test
    void aSmallEnterpriseGetsHalfOfItsCostsUpToTheCapOfEachKind() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);

        assertThat(grants(walk))
                .containsExactly(
                        tuple("dx-solution", 80_000_000L, 50_000_000L, 0L, 40_000_000L),
                        tuple("dx-consulting", 150_000_000L, 50_000_000L, 0L, 50_000_000L));
        assertThat(walk.consultingCase().grants())
                .extracting(Grant::citation)
                .containsOnly("Nghị định 80/2021/NĐ-CP, Điều 11");
        assertThat(walk.consultingCase().grants())
                .extracting(grant -> grant.verification().mark())
                .containsOnly(Verification.Mark.RECALLED);
    }

    @Test
    void aMicroEnterpriseGetsNoConsultingOfArticle11ButThatOfArticle13() {
        ConsultingWalk walk = cases.open(Map.of("employees", 9, "revenue", 2_000_000_000L, "womenOwned", false))
                .upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                .draft(List.of(
                        ConsultingFields.step("Hợp đồng tư vấn", "dx-consulting", 40_000_000),
                        ConsultingFields.step("Tư vấn viên mạng lưới", "network-consulting", 60_000_000)))
                .confirm("agree", "")
                .decideSupport("grant", "");

        assertThat(grants(walk))
                .containsExactly(
                        tuple("dx-consulting", 40_000_000L, 0L, 0L, 0L),
                        tuple("network-consulting", 60_000_000L, 50_000_000L, 0L, 50_000_000L));
    }

    @Test
    void aWomenOwnedEnterpriseHasTheHigherCapOfArticle13() {
        ConsultingWalk walk = cases.open(Map.of("employees", 9, "revenue", 2_000_000_000L))
                .upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                .draft(List.of(ConsultingFields.step("Tư vấn viên mạng lưới", "network-consulting", 100_000_000)))
                .confirm("agree", "")
                .decideSupport("grant", "");

        assertThat(grants(walk))
                .containsExactly(tuple("network-consulting", 100_000_000L, 70_000_000L, 0L, 70_000_000L));
    }

    @Test
    void aSecondCaseInTheYearGetsWhatIsLeftOfTheCap() {
        ConsultingWalk first = cases.open().closed();

        ConsultingWalk second = cases.openAnother(first).upTo(ConsultingModel.TASK_CARRY_OUT_STEP);

        assertThat(grants(second))
                .containsExactly(
                        tuple("dx-solution", 80_000_000L, 50_000_000L, 40_000_000L, 10_000_000L),
                        tuple("dx-consulting", 150_000_000L, 50_000_000L, 50_000_000L, 0L));
    }

    @Test
    void theNextYearHasACapOfItsOwn() {
        clock.set("2026-12-30T09:00");
        ConsultingWalk first = cases.open().closed();

        clock.set("2027-01-04T09:00");
        ConsultingWalk second = cases.openAnother(first).upTo(ConsultingModel.TASK_CARRY_OUT_STEP);

        assertThat(second.consultingCase().grants())
                .extracting(Grant::year, Grant::grantedBefore)
                .containsOnly(tuple(2027, 0L));
    }

    @Test
    void whatAWithdrawnCaseWasGrantedIsFreeAgain() {
        ConsultingWalk first = cases.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
        people.does("binhduong.officer1", () -> process.withdraw(first.code(), "Đổi kế hoạch"));

        ConsultingWalk second = cases.openAnother(first).upTo(ConsultingModel.TASK_CARRY_OUT_STEP);

        assertThat(grants(second)).isEqualTo(grants(first));
    }

    @Test
    void whenTheCapIsUsedUpNothingCanBeGranted() {
        ConsultingWalk first = cases.open().closed();
        ConsultingWalk second = cases.openAnother(first)
                .upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                .draft(List.of(ConsultingFields.step("Tư vấn", "dx-consulting", 10_000_000)))
                .confirm("agree", "");

        assertThatThrownBy(() -> second.decideSupport("grant", ""))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("không có khoản nào được hỗ trợ");

        assertThat(second.decideSupport("none", "").consultingCase().grants()).isEmpty();
    }

    @Test
    void thePreviewShowsWhatWouldBeGrantedToday() {
        ConsultingWalk first = cases.open().closed();
        ConsultingWalk second = cases.openAnother(first).upTo(ConsultingModel.TASK_DECIDE_SUPPORT);

        assertThat(people.as(
                                "binhduong.leader1",
                                () -> support.preview(
                                        second.consultingCase(),
                                        second.consultingCase().steps().stream()
                                                .map(step -> new SupportPreview.Cost(step.supportKind(), step.cost()))
                                                .toList(),
                                        rules))
                        .lines())
                .extracting(line -> line.supportKind(), line -> line.grantedBefore(), line -> line.amount())
                .containsExactlyInAnyOrder(
                        tuple("dx-solution", 40_000_000L, 10_000_000L), tuple("dx-consulting", 50_000_000L, 0L));
    }

    private static List<Tuple> grants(ConsultingWalk walk) {
        return walk.consultingCase().grants().stream()
                .map(grant -> tuple(
                        grant.supportKind().code(),
                        grant.eligibleCost(),
                        grant.cap(),
                        grant.grantedBefore(),
                        grant.amount()))
                .toList();
    }
}
