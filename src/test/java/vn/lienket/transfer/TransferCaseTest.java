package vn.lienket.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.problem.ProblemException;

class TransferCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TransferTerms TERMS = new TransferTerms(
            "binhduong",
            "qtsc",
            "binhduong-qtsc",
            "Trung tâm điều hành",
            new TransferNeed(
                    "smart-city", "Cần một trung tâm điều hành", TODAY.plusMonths(6), false, false, false, null));

    /** What can be done to a request. */
    enum Step {
        ACCEPT(TransferCase::accept),
        DECLINE(found -> found.decline("Ngoài phạm vi", TODAY)),
        REQUEST_SUPPLEMENT(found -> found.requestSupplement("Thiếu mô tả", 2)),
        SUSPEND(TransferCase::suspend),
        SUPPLEMENT(found -> found.supplement(TERMS, "Đã bổ sung")),
        ROUTE(found -> found.route(new RouteRule("qtsc", "ioc", 5, "Nội bộ", null), List.of("expert1", "expert2"))),
        REPLACE_EXPERT(found -> found.replaceExpert(0, "expert3")),
        ASSESS(found -> assess(found, 0, Feasibility.FEASIBLE)),
        CONCLUDE_ASSESSMENT(TransferCase::concludeAssessment),
        DECIDE_FEASIBILITY(found -> found.decideFeasibility(Feasibility.PARTLY, "Làm từng phần")),
        END_INFEASIBLE(found -> found.endInfeasible("Không khả thi", TODAY)),
        PLAN(found -> found.plan(List.of(item("Tài liệu"), item("Cấu hình")), List.of(), null, "expert1")),
        APPROVE_PLAN(found -> found.approvePlan(opinion(found, "binhduong", true))),
        CONCLUDE_PLAN_APPROVAL(found -> found.concludePlanApproval(TODAY)),
        NUMBER(found -> found.number(1, "01/HĐ-QTSC", null)),
        REQUIRE_REGISTRATION(found -> found.requireRegistration(compulsory(true))),
        NEED_NO_REGISTRATION(found -> found.requireRegistration(compulsory(false))),
        REGISTER(found -> found.register("12/GCN", TODAY, TODAY)),
        DELIVER(found -> deliver(found, 0)),
        ACCEPT_DELIVERY(found -> found.acceptDelivery(Set.of(), null, "binhduong.officer1", NOW)),
        EVALUATE(found -> found.evaluate(5, "Tốt", TODAY)),
        WITHDRAW(found -> found.withdraw("Đổi kế hoạch", TODAY));

        private final Consumer<TransferCase> doing;

        Step(Consumer<TransferCase> doing) {
            this.doing = doing;
        }
    }

    /** What is due where, and where it leads, besides withdrawing an open request; everything else is refused. */
    private static final Map<TransferState, Map<Step, TransferState>> DUE = Map.ofEntries(
            Map.entry(
                    TransferState.CHECKING,
                    Map.of(
                            Step.ACCEPT,
                            TransferState.ROUTING,
                            Step.DECLINE,
                            TransferState.DECLINED,
                            Step.REQUEST_SUPPLEMENT,
                            TransferState.SUPPLEMENTING)),
            Map.entry(
                    TransferState.SUPPLEMENTING,
                    Map.of(
                            Step.SUSPEND, TransferState.SUSPENDED,
                            Step.SUPPLEMENT, TransferState.CHECKING)),
            Map.entry(TransferState.SUSPENDED, Map.of(Step.SUPPLEMENT, TransferState.CHECKING)),
            Map.entry(TransferState.ROUTING, Map.of(Step.ROUTE, TransferState.ASSESSING)),
            Map.entry(
                    TransferState.ASSESSING,
                    Map.of(
                            Step.REPLACE_EXPERT, TransferState.ASSESSING,
                            Step.ASSESS, TransferState.ASSESSING)),
            Map.entry(TransferState.DECIDING_FEASIBILITY, Map.of(Step.DECIDE_FEASIBILITY, TransferState.PLANNING)),
            Map.entry(
                    TransferState.PLANNING,
                    Map.of(Step.PLAN, TransferState.APPROVING, Step.END_INFEASIBLE, TransferState.INFEASIBLE)),
            Map.entry(TransferState.APPROVING, Map.of(Step.APPROVE_PLAN, TransferState.APPROVING)),
            Map.entry(
                    TransferState.REGISTERING,
                    Map.of(
                            Step.NUMBER, TransferState.REGISTERING,
                            Step.REQUIRE_REGISTRATION, TransferState.REGISTERING,
                            Step.NEED_NO_REGISTRATION, TransferState.DELIVERING)),
            Map.entry(TransferState.DELIVERING, Map.of(Step.DELIVER, TransferState.DELIVERING)),
            Map.entry(TransferState.ACCEPTING, Map.of(Step.ACCEPT_DELIVERY, TransferState.EVALUATING)),
            Map.entry(TransferState.EVALUATING, Map.of(Step.EVALUATE, TransferState.CLOSED)));

    static Stream<Arguments> stepsNotDue() {
        return Stream.of(TransferState.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> !due(state).containsKey(step))
                        .map(step -> Arguments.of(state, step)));
    }

    static Stream<Arguments> stepsDue() {
        return Stream.of(TransferState.values())
                .flatMap(state ->
                        due(state).entrySet().stream().map(due -> Arguments.of(state, due.getKey(), due.getValue())));
    }

    private static Map<Step, TransferState> due(TransferState state) {
        Map<Step, TransferState> due = new EnumMap<>(Step.class);
        due.putAll(DUE.getOrDefault(state, Map.of()));
        if (!state.isClosed()) {
            due.put(Step.WITHDRAW, TransferState.WITHDRAWN);
        }
        return due;
    }

    @ParameterizedTest
    @MethodSource("stepsNotDue")
    void whatIsNotDueIsRefusedAndChangesNothing(TransferState state, Step step) {
        TransferCase found = at(state);

        assertRefused(ProblemException.Kind.CONFLICT, () -> step.doing.accept(found));

        assertThat(found).usingRecursiveComparison().isEqualTo(at(state));
    }

    @ParameterizedTest
    @MethodSource("stepsDue")
    void whatIsDueIsTakenAndLeadsOn(TransferState state, Step step, TransferState next) {
        TransferCase found = at(state);

        step.doing.accept(found);

        assertThat(found.state()).isEqualTo(next);
    }

    @Test
    void aPlanIsApprovedByBothPartiesAndOnlyByThem() {
        TransferCase found = at(TransferState.APPROVING);

        assertRefused(ProblemException.Kind.CONFLICT, () -> found.approvePlan(opinion(found, "tayninh", true)));
        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> found.approvePlan(new PlanOpinion(2, "qtsc", true, null, "leader", NOW)));
        found.approvePlan(opinion(found, "binhduong", true));
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.approvePlan(opinion(found, "binhduong", false)));
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.concludePlanApproval(TODAY));

        found.approvePlan(opinion(found, "qtsc", true));
        assertThat(found.concludePlanApproval(TODAY)).isTrue();
        assertThat(found.plan().contractedOn()).isEqualTo(TODAY);
    }

    @Test
    void onePartyThatWantsChangesSendsThePlanBack() {
        TransferCase found = at(TransferState.APPROVING);

        found.approvePlan(opinion(found, "qtsc", false));

        assertThat(found.concludePlanApproval(TODAY)).isFalse();
        assertThat(found.state()).isEqualTo(TransferState.PLANNING);
    }

    @Test
    void aRegistrationLiesBetweenTheContractAndToday() {
        TransferCase found = at(TransferState.REGISTERING);
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.register("12/GCN", TODAY, TODAY));
        found.requireRegistration(compulsory(true));

        assertRefused(ProblemException.Kind.INVALID, () -> found.register("12/GCN", LocalDate.of(1999, 1, 1), TODAY));
        assertRefused(ProblemException.Kind.INVALID, () -> found.register("12/GCN", TODAY.plusDays(1), TODAY));
        found.register("12/GCN", TODAY.plusDays(9), TODAY.plusDays(9));

        assertThat(found.state()).isEqualTo(TransferState.DELIVERING);
        assertThat(found.delivery().round()).isEqualTo(1);
    }

    @Test
    void deliversWhatIsPlannedInTheRoundThatIsOn() {
        TransferCase found = at(TransferState.DELIVERING);

        assertRefused(ProblemException.Kind.NOT_FOUND, () -> deliver(found, 7));
        assertRefused(ProblemException.Kind.NOT_FOUND, () -> deliver(found, -1));
        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> found.deliver(new TransferDelivery(0, 42, "Đã giao", null, null, "expert1", NOW)));
        deliver(found, 0);
        assertRefused(ProblemException.Kind.CONFLICT, () -> deliver(found, 0));
        deliver(found, 1);

        assertThat(found.state()).isEqualTo(TransferState.ACCEPTING);
    }

    @Test
    void onlyWhatIsDefectiveComesAgain() {
        TransferCase found = at(TransferState.ACCEPTING);

        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> found.acceptDelivery(Set.of(7), "Lỗi", "binhduong.officer1", NOW));
        found.acceptDelivery(Set.of(1), "Lỗi", "binhduong.officer1", NOW);

        assertThat(found.state()).isEqualTo(TransferState.DELIVERING);
        assertThat(found.delivery().round()).isEqualTo(2);
        assertThat(found.plan().toDeliver()).containsExactly(1);
        assertRefused(ProblemException.Kind.CONFLICT, () -> deliver(found, 0));
        deliver(found, 1);
        assertThat(found.state()).isEqualTo(TransferState.ACCEPTING);
    }

    @Test
    void assessesWhatIsThereEachExpertOnce() {
        TransferCase found = at(TransferState.ASSESSING);

        assertRefused(ProblemException.Kind.NOT_FOUND, () -> assess(found, 2, Feasibility.FEASIBLE));
        assertRefused(ProblemException.Kind.NOT_FOUND, () -> found.replaceExpert(-1, "expert3"));
        assertRefused(ProblemException.Kind.CONFLICT, found::concludeAssessment);
        assess(found, 0, Feasibility.FEASIBLE);
        assertRefused(ProblemException.Kind.CONFLICT, () -> assess(found, 0, Feasibility.FEASIBLE));
        assess(found, 1, Feasibility.FEASIBLE);

        assertThat(found.concludeAssessment()).contains(Feasibility.FEASIBLE);
        assertThat(found.state()).isEqualTo(TransferState.PLANNING);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 17})
    void aScoreIsFromOneToFive(int score) {
        assertRefused(
                ProblemException.Kind.INVALID,
                () -> at(TransferState.EVALUATING).evaluate(score, null, TODAY));
    }

    @Test
    void nobodyIsInvitedToAClosedCase() {
        TransferCase found = at(TransferState.WITHDRAWN);

        assertRefused(ProblemException.Kind.CONFLICT, () -> found.invite(List.of(0)));
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.number(1, "01/HĐ-QTSC", null));
    }

    /** A request that came to this state by the steps that lead there. */
    private static TransferCase at(TransferState state) {
        return switch (state) {
            case CHECKING -> TransferCase.open("H09-261123-0001", TERMS);
            case SUPPLEMENTING -> after(TransferState.CHECKING, Step.REQUEST_SUPPLEMENT.doing);
            case SUSPENDED -> after(TransferState.SUPPLEMENTING, Step.SUSPEND.doing);
            case ROUTING -> after(TransferState.CHECKING, Step.ACCEPT.doing);
            case ASSESSING -> after(TransferState.ROUTING, Step.ROUTE.doing);
            case DECIDING_FEASIBILITY -> after(TransferState.ASSESSING, assessed(Feasibility.INFEASIBLE));
            case PLANNING -> after(TransferState.ASSESSING, assessed(Feasibility.FEASIBLE));
            case APPROVING -> after(TransferState.PLANNING, Step.PLAN.doing);
            case REGISTERING ->
                after(TransferState.APPROVING, found -> {
                    found.approvePlan(opinion(found, "binhduong", true));
                    found.approvePlan(opinion(found, "qtsc", true));
                    found.concludePlanApproval(TODAY);
                });
            case DELIVERING -> after(TransferState.REGISTERING, Step.NEED_NO_REGISTRATION.doing);
            case ACCEPTING ->
                after(TransferState.DELIVERING, found -> {
                    deliver(found, 0);
                    deliver(found, 1);
                });
            case EVALUATING -> after(TransferState.ACCEPTING, Step.ACCEPT_DELIVERY.doing);
            case CLOSED -> after(TransferState.EVALUATING, Step.EVALUATE.doing);
            case DECLINED -> after(TransferState.CHECKING, Step.DECLINE.doing);
            case INFEASIBLE -> after(TransferState.PLANNING, Step.END_INFEASIBLE.doing);
            case WITHDRAWN -> after(TransferState.PLANNING, Step.WITHDRAW.doing);
        };
    }

    private static TransferCase after(TransferState state, Consumer<TransferCase> steps) {
        TransferCase found = at(state);
        steps.accept(found);
        return found;
    }

    /** The first expert says that it is feasible, the second this. */
    private static Consumer<TransferCase> assessed(Feasibility second) {
        return found -> {
            assess(found, 0, Feasibility.FEASIBLE);
            assess(found, 1, second);
            found.concludeAssessment();
        };
    }

    private static void assess(TransferCase found, int position, Feasibility how) {
        found.assess(position, "expert" + (position + 1), how, 10, "Nhận xét", NOW);
    }

    private static PlanOpinion opinion(TransferCase found, String party, boolean positive) {
        return new PlanOpinion(found.plan().version(), party, positive, null, "leader", NOW);
    }

    private static TransferItem item(String title) {
        return TransferItem.planned(ItemKind.DOCUMENT, title, 10, null, "expert1");
    }

    private static void deliver(TransferCase found, int item) {
        found.deliver(new TransferDelivery(item, found.delivery().round(), "Đã giao", null, null, "expert1", NOW));
    }

    private static RegistrationRule compulsory(boolean compulsory) {
        return new RegistrationRule(compulsory, compulsory ? 90 : null, "Điều 31", null);
    }

    private static void assertRefused(ProblemException.Kind kind, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step)
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
