package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.problem.ProblemException;

class ConsultingCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String TAX_CODE = "0312345678";
    private static final Entitlement HALF =
            new Entitlement(SupportKind.DX_SOLUTION, new BigDecimal("0.5"), 50_000_000L, "Điều 11", null, null);

    /** What can be done to a case. */
    enum Step {
        CLASSIFY(found -> found.classify(new SizeRule("small", "Điều 5", null))),
        REJECT_LARGE(found -> found.rejectLarge("Quy mô lớn", TODAY)),
        ACCEPT(ConsultingCase::accept),
        DECLINE(found -> found.decline("Ngoài địa bàn", TODAY)),
        REQUEST_SUPPLEMENT(found -> found.requestSupplement("Thiếu báo cáo", 2)),
        SUSPEND(ConsultingCase::suspend),
        SUPPLEMENT(found -> found.supplement(applicant(TAX_CODE), "Quản lý kho", "solution", "Đã gửi")),
        ASSIGN(found -> found.assign(new ConsultantRule("qtsc", "data-and-ai"), "qtsc.expert1")),
        ASSESS(found -> assess(found, Stage.BEFORE)),
        LEVEL(found -> found.level(Stage.BEFORE, new LevelRule("level2", "Nhận thức", "Nội bộ", null))),
        PLAN(found -> found.plan(List.of(step("Thuê phần mềm"), step("Đào tạo")))),
        ANSWER_ROADMAP(found -> answer(found, "agree")),
        ENTITLE(found -> found.entitle(HALF)),
        DECIDE_SUPPORT(found -> found.decideSupport("grant", null, List.of(grant()), "binhduong.leader1", TODAY, true)),
        REGISTER_DECISION(found -> register(found, OutcomePaper.Kind.DECISION)),
        CARRY_OUT(found -> carryOut(found, 0)),
        REASSESS(found -> assess(found, Stage.AFTER)),
        LEVEL_AGAIN(found -> found.level(Stage.AFTER, new LevelRule("level5", "Dẫn dắt", "Nội bộ", null))),
        CLOSE(found -> found.close("Đã vận hành", 5, TODAY, true)),
        REGISTER_REPORT(found -> register(found, OutcomePaper.Kind.REPORT)),
        WITHDRAW(found -> found.withdraw("Đổi kế hoạch", TODAY));

        private final Consumer<ConsultingCase> doing;

        Step(Consumer<ConsultingCase> doing) {
            this.doing = doing;
        }
    }

    /** What is due where, and where it leads, besides withdrawing an open case; everything else is refused. */
    private static final Map<ConsultingState, Map<Step, ConsultingState>> DUE = Map.ofEntries(
            Map.entry(
                    ConsultingState.CLASSIFYING,
                    Map.of(Step.CLASSIFY, ConsultingState.VERIFYING, Step.REJECT_LARGE, ConsultingState.NOT_SME)),
            Map.entry(
                    ConsultingState.VERIFYING,
                    Map.of(
                            Step.ACCEPT,
                            ConsultingState.ASSIGNING,
                            Step.DECLINE,
                            ConsultingState.DECLINED,
                            Step.REQUEST_SUPPLEMENT,
                            ConsultingState.SUPPLEMENTING)),
            Map.entry(
                    ConsultingState.SUPPLEMENTING,
                    Map.of(
                            Step.SUSPEND, ConsultingState.SUSPENDED,
                            Step.SUPPLEMENT, ConsultingState.CLASSIFYING)),
            Map.entry(ConsultingState.SUSPENDED, Map.of(Step.SUPPLEMENT, ConsultingState.CLASSIFYING)),
            Map.entry(ConsultingState.ASSIGNING, Map.of(Step.ASSIGN, ConsultingState.ASSESSING)),
            Map.entry(ConsultingState.ASSESSING, Map.of(Step.ASSESS, ConsultingState.ASSESSING)),
            Map.entry(ConsultingState.PLANNING, Map.of(Step.PLAN, ConsultingState.CONFIRMING)),
            Map.entry(ConsultingState.CONFIRMING, Map.of(Step.ANSWER_ROADMAP, ConsultingState.DECIDING_SUPPORT)),
            Map.entry(
                    ConsultingState.DECIDING_SUPPORT,
                    Map.of(
                            Step.ENTITLE,
                            ConsultingState.DECIDING_SUPPORT,
                            Step.DECIDE_SUPPORT,
                            ConsultingState.REGISTERING_DECISION)),
            Map.entry(
                    ConsultingState.REGISTERING_DECISION, Map.of(Step.REGISTER_DECISION, ConsultingState.CARRYING_OUT)),
            Map.entry(ConsultingState.CARRYING_OUT, Map.of(Step.CARRY_OUT, ConsultingState.CARRYING_OUT)),
            Map.entry(ConsultingState.REASSESSING, Map.of(Step.REASSESS, ConsultingState.REASSESSING)),
            Map.entry(ConsultingState.CLOSING, Map.of(Step.CLOSE, ConsultingState.REGISTERING_REPORT)),
            Map.entry(ConsultingState.REGISTERING_REPORT, Map.of(Step.REGISTER_REPORT, ConsultingState.CLOSED)));

    static Stream<Arguments> stepsNotDue() {
        return Stream.of(ConsultingState.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> !due(state).containsKey(step))
                        .map(step -> Arguments.of(state, step)));
    }

    static Stream<Arguments> stepsDue() {
        return Stream.of(ConsultingState.values())
                .flatMap(state ->
                        due(state).entrySet().stream().map(due -> Arguments.of(state, due.getKey(), due.getValue())));
    }

    private static Map<Step, ConsultingState> due(ConsultingState state) {
        Map<Step, ConsultingState> due = new EnumMap<>(Step.class);
        due.putAll(DUE.getOrDefault(state, Map.of()));
        if (DUE.containsKey(state)) {
            due.put(Step.WITHDRAW, ConsultingState.WITHDRAWN);
        }
        return due;
    }

    @ParameterizedTest
    @MethodSource("stepsNotDue")
    void whatIsNotDueIsRefusedAndChangesNothing(ConsultingState state, Step step) {
        ConsultingCase found = at(state);
        ConsultingCase before = at(state);

        assertRefused(ProblemException.Kind.CONFLICT, () -> step.doing.accept(found));

        assertThat(found).usingRecursiveComparison().isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("stepsDue")
    void whatIsDueIsTakenAndLeadsOn(ConsultingState state, Step step, ConsultingState next) {
        ConsultingCase found = at(state);

        step.doing.accept(found);

        assertThat(found.state()).isEqualTo(next);
    }

    @Test
    void takesNoAnswerThatIsNoneNorOneToAnotherRoadmap() {
        ConsultingCase found = at(ConsultingState.CONFIRMING);

        assertRefused(ProblemException.Kind.INVALID, () -> answer(found, "maybe"));
        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> found.answerRoadmap(new RoadmapAnswer(2, "agree", null, "binhduong.officer1", NOW), TODAY));
        assertThat(found).usingRecursiveComparison().isEqualTo(at(ConsultingState.CONFIRMING));
    }

    @Test
    void carriesOutNoStepThatIsNotThere() {
        ConsultingCase found = at(ConsultingState.CARRYING_OUT);

        assertRefused(ProblemException.Kind.NOT_FOUND, () -> carryOut(found, 2));
        assertRefused(ProblemException.Kind.NOT_FOUND, () -> carryOut(found, -1));
    }

    @ParameterizedTest
    @EnumSource(ConsultingState.class)
    void isClosedWhereNothingIsDueAnyMore(ConsultingState state) {
        assertThat(state.isClosed()).isEqualTo(due(state).isEmpty());
        assertThat(at(state).closedOn()).isEqualTo(state.isClosed() ? TODAY : null);
    }

    @Test
    void aLargeEnterpriseIsNotCheckedButRejected() {
        ConsultingCase found = at(ConsultingState.CLASSIFYING);

        found.classify(new SizeRule("large", "Điều 5", null));

        assertThat(found.state()).isEqualTo(ConsultingState.CLASSIFYING);
        assertRefused(ProblemException.Kind.CONFLICT, found::accept);
    }

    @Test
    void aSupplementIsOneOfTheSameEnterprise() {
        ConsultingCase found = at(ConsultingState.SUPPLEMENTING);

        assertRefused(
                ProblemException.Kind.INVALID,
                () -> found.supplement(applicant("0398765432"), "Quản lý kho", "solution", "Đã gửi"));

        assertThat(found.state()).isEqualTo(ConsultingState.SUPPLEMENTING);
        assertThat(found.applicant().taxCode()).isEqualTo(TAX_CODE);
    }

    @Test
    void whoeverMakesTheFirstAssessmentIsTheConsultantFromThenOn() {
        ConsultingCase found = at(ConsultingState.ASSESSING);

        found.assess(Stage.BEFORE, "v1", Map.of("q1", 1), BigDecimal.ONE, "qtsc.expert2", NOW);

        assertThat(found.consultant()).isEqualTo("qtsc.expert2");
        assertThat(found.frameworkVersion()).isEqualTo("v1");
    }

    @Test
    void anAssessmentIsMadeOnce() {
        ConsultingCase found = at(ConsultingState.ASSESSING);
        assess(found, Stage.BEFORE);

        assertRefused(ProblemException.Kind.CONFLICT, () -> assess(found, Stage.BEFORE));
        assertThat(found.answers(Stage.BEFORE)).containsExactly(Map.entry("q1", 3));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aLevelIsReachedByAnAssessment(Stage stage) {
        ConsultingCase found = at(stage == Stage.BEFORE ? ConsultingState.ASSESSING : ConsultingState.REASSESSING);

        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> found.level(stage, new LevelRule("level2", "Nhận thức", "Nội bộ", null)));
    }

    @Test
    void theNextRoadmapTakesThePlaceOfTheOneBefore() {
        ConsultingCase found = at(ConsultingState.CONFIRMING);
        answer(found, "changes");

        found.plan(List.of(step("Thuê phần mềm gọn hơn")));

        assertThat(found.roadmapVersion()).isEqualTo(2);
        assertThat(found.steps()).extracting(RoadmapStep::title).containsExactly("Thuê phần mềm gọn hơn");
    }

    @Test
    void theLastWordOnAKindOfSupportCounts() {
        ConsultingCase found = at(ConsultingState.DECIDING_SUPPORT);
        found.entitle(new Entitlement(SupportKind.DX_SOLUTION, null, null, null, null, null));

        found.entitle(HALF);

        assertThat(found.entitlements()).containsExactly(HALF);
    }

    @Test
    void onlyWhenEveryStepIsDoneIsTheEnterpriseReassessed() {
        ConsultingCase found = at(ConsultingState.CARRYING_OUT);
        carryOut(found, 1);
        assertThat(found.state()).isEqualTo(ConsultingState.CARRYING_OUT);
        assertRefused(ProblemException.Kind.CONFLICT, () -> carryOut(found, 1));

        carryOut(found, 0);

        assertThat(found.state()).isEqualTo(ConsultingState.REASSESSING);
        assertThat(found.steps())
                .extracting(RoadmapStep::result, RoadmapStep::actualCost)
                .containsOnly(tuple("Đã làm", 60L));
    }

    @Test
    void withdrawingReleasesItsGrants() {
        ConsultingCase found = at(ConsultingState.CARRYING_OUT);
        assertThat(found.grants()).extracting(Grant::released).containsExactly(false);

        found.withdraw("Đổi kế hoạch", TODAY);

        assertThat(found.grants()).extracting(Grant::released).containsExactly(true);
    }

    @Test
    void withoutPapersItGoesOnAtOnce() {
        ConsultingCase deciding = at(ConsultingState.DECIDING_SUPPORT);
        deciding.decideSupport("none", null, List.of(), "binhduong.leader1", TODAY, false);
        assertThat(deciding.state()).isEqualTo(ConsultingState.CARRYING_OUT);

        ConsultingCase closing = at(ConsultingState.CLOSING);
        closing.close("Đã vận hành", 5, TODAY, false);
        assertThat(closing.state()).isEqualTo(ConsultingState.CLOSED);
        assertThat(closing.closedOn()).isEqualTo(TODAY);
    }

    @Test
    void noPaperIsOlderThanTheDecisionInIt() {
        ConsultingCase found = at(ConsultingState.REGISTERING_DECISION);

        found.requireDated(TODAY);
        assertRefused(ProblemException.Kind.INVALID, () -> found.requireDated(TODAY.minusDays(1)));
    }

    @Test
    void everyKindOfSupportIsAskedForOnceWithTheCostOfAllItsSteps() {
        ConsultingCase found = at(ConsultingState.PLANNING);
        found.plan(List.of(
                step("Thuê", SupportKind.DX_SOLUTION, 10),
                step("Học", SupportKind.NONE, 20),
                step("Hỏi", SupportKind.DX_CONSULTING, 30),
                step("Mua", SupportKind.DX_SOLUTION, 40)));

        assertThat(found.supportKinds()).containsExactly(SupportKind.DX_SOLUTION, SupportKind.DX_CONSULTING);
        assertThat(found.eligibleCost(SupportKind.DX_SOLUTION)).isEqualTo(50);
        assertThat(found.eligibleCost(SupportKind.NETWORK_CONSULTING)).isZero();
        assertThat(found.totalCost()).isEqualTo(100);
    }

    /** A case that came to this state by the steps that lead there. */
    private static ConsultingCase at(ConsultingState state) {
        return switch (state) {
            case CLASSIFYING ->
                ConsultingCase.open(
                        "H09-261123-0001", "binhduong-qtsc", "binhduong", applicant(TAX_CODE), "Kho", "solution");
            case VERIFYING -> after(ConsultingState.CLASSIFYING, Step.CLASSIFY);
            case SUPPLEMENTING -> after(ConsultingState.VERIFYING, Step.REQUEST_SUPPLEMENT);
            case SUSPENDED -> after(ConsultingState.SUPPLEMENTING, Step.SUSPEND);
            case ASSIGNING -> after(ConsultingState.VERIFYING, Step.ACCEPT);
            case ASSESSING -> after(ConsultingState.ASSIGNING, Step.ASSIGN);
            case PLANNING -> after(ConsultingState.ASSESSING, Step.ASSESS, Step.LEVEL);
            case CONFIRMING -> after(ConsultingState.PLANNING, Step.PLAN);
            case DECIDING_SUPPORT -> after(ConsultingState.CONFIRMING, Step.ANSWER_ROADMAP);
            case REGISTERING_DECISION -> after(ConsultingState.DECIDING_SUPPORT, Step.ENTITLE, Step.DECIDE_SUPPORT);
            case CARRYING_OUT -> after(ConsultingState.REGISTERING_DECISION, Step.REGISTER_DECISION);
            case REASSESSING -> {
                ConsultingCase found = after(ConsultingState.CARRYING_OUT, Step.CARRY_OUT);
                carryOut(found, 1);
                yield found;
            }
            case CLOSING -> after(ConsultingState.REASSESSING, Step.REASSESS, Step.LEVEL_AGAIN);
            case REGISTERING_REPORT -> after(ConsultingState.CLOSING, Step.CLOSE);
            case CLOSED -> after(ConsultingState.REGISTERING_REPORT, Step.REGISTER_REPORT);
            case NOT_SME -> after(ConsultingState.CLASSIFYING, Step.REJECT_LARGE);
            case DECLINED -> after(ConsultingState.VERIFYING, Step.DECLINE);
            case ROADMAP_DECLINED -> {
                ConsultingCase found = at(ConsultingState.CONFIRMING);
                answer(found, "decline");
                yield found;
            }
            case WITHDRAWN -> after(ConsultingState.VERIFYING, Step.WITHDRAW);
        };
    }

    private static ConsultingCase after(ConsultingState state, Step... steps) {
        ConsultingCase found = at(state);
        for (Step step : steps) {
            step.doing.accept(found);
        }
        return found;
    }

    private static void register(ConsultingCase found, OutcomePaper.Kind kind) {
        found.register(
                new OutcomePaper(
                        kind,
                        "01/QĐ-STTTT",
                        TODAY,
                        "binhduong.leader1",
                        "binhduong.clerk1",
                        NOW,
                        UUID.fromString("00000000-0000-0000-0000-000000000001")),
                TODAY);
    }

    private static void assess(ConsultingCase found, Stage stage) {
        found.assess(stage, "v1", Map.of("q1", 3), new BigDecimal("60.0"), "qtsc.expert1", NOW);
    }

    private static void answer(ConsultingCase found, String decision) {
        found.answerRoadmap(
                new RoadmapAnswer(found.roadmapVersion(), decision, "Ý kiến", "binhduong.officer1", NOW), TODAY);
    }

    private static void carryOut(ConsultingCase found, int position) {
        found.carryOut(position, "Đã làm", 60, null, "qtsc.expert1", NOW);
    }

    private static Applicant applicant(String taxCode) {
        return new Applicant(
                taxCode,
                "Công ty An Phú",
                "agriculture",
                9,
                2_000_000_000,
                1_000_000_000,
                false,
                false,
                null,
                null,
                null);
    }

    private static RoadmapStep step(String title) {
        return step(title, SupportKind.DX_SOLUTION, 80_000_000);
    }

    private static RoadmapStep step(String title, SupportKind kind, long cost) {
        return RoadmapStep.planned(title, "strategy", "Thuê dịch vụ", cost, 20, kind);
    }

    private static Grant grant() {
        return Grant.of(TAX_CODE, 2026, HALF, 80_000_000, 0);
    }

    private static void assertRefused(ProblemException.Kind kind, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step)
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
