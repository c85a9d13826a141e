package vn.lienket.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;

class ActivityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ActivityTerms TERMS = new ActivityTerms(
            "H09-261123-0001",
            "ioc",
            "Chia sẻ kinh nghiệm",
            "binhduong-tayninh",
            "binhduong",
            "tayninh",
            TODAY,
            TODAY.plusMonths(6));
    private static final ActivityIndicator INDICATOR =
            ActivityIndicator.free("Số kịch bản", "kịch bản", IndicatorKind.COUNT, Direction.MORE, BigDecimal.TEN);
    private static final List<WorkItem> ITEMS = List.of(item("Tài liệu"), item("Khảo sát"));

    /** What can be done to an activity. */
    enum Step {
        PLAN(found -> found.plan(ITEMS, null, null)),
        ACCEPT_PLAN(found -> found.answerPlan(true, null, "tayninh.officer1", NOW, TODAY)),
        WANT_CHANGES(found -> found.answerPlan(false, "Thêm", "tayninh.officer1", NOW, TODAY)),
        CARRY_OUT(found -> carryOut(found, 1)),
        REPORT(found -> found.report(report(40))),
        MEASURE(Activity::measured),
        CONFIRM(found -> found.confirm(Set.of(), null, "tayninh.leader1", NOW, TODAY)),
        WANT_REWORK(found -> found.confirm(Set.of(2), "Làm lại", "tayninh.leader1", NOW, TODAY)),
        CONTINUE(found -> found.decideContinuation(new Continuation(true, null, "binhduong.officer1", NOW))),
        WITHDRAW(found -> found.withdraw("Đổi kế hoạch", TODAY));

        private final Consumer<Activity> doing;

        Step(Consumer<Activity> doing) {
            this.doing = doing;
        }
    }

    /** What is due where, and where it leads, besides what may happen to every open activity; everything else is refused. */
    private static final Map<ActivityState, Map<Step, ActivityState>> DUE = Map.of(
            ActivityState.PLANNING, Map.of(Step.PLAN, ActivityState.AGREEING),
            ActivityState.AGREEING,
                    Map.of(Step.ACCEPT_PLAN, ActivityState.CARRYING_OUT, Step.WANT_CHANGES, ActivityState.PLANNING),
            ActivityState.CARRYING_OUT,
                    Map.of(Step.CARRY_OUT, ActivityState.CARRYING_OUT, Step.REPORT, ActivityState.CARRYING_OUT),
            ActivityState.MEASURING, Map.of(Step.MEASURE, ActivityState.CONFIRMING),
            ActivityState.CONFIRMING,
                    Map.of(Step.CONFIRM, ActivityState.CONFIRMED, Step.WANT_REWORK, ActivityState.CARRYING_OUT));

    static Stream<Arguments> stepsNotDue() {
        return Stream.of(ActivityState.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> !due(state).containsKey(step))
                        .map(step -> Arguments.of(state, step)));
    }

    static Stream<Arguments> stepsDue() {
        return Stream.of(ActivityState.values())
                .flatMap(state ->
                        due(state).entrySet().stream().map(due -> Arguments.of(state, due.getKey(), due.getValue())));
    }

    private static Map<Step, ActivityState> due(ActivityState state) {
        Map<Step, ActivityState> due = new EnumMap<>(Step.class);
        due.putAll(DUE.getOrDefault(state, Map.of()));
        if (!state.isClosed()) {
            due.put(Step.WITHDRAW, ActivityState.WITHDRAWN);
            due.put(Step.CONTINUE, state);
        }
        return due;
    }

    @ParameterizedTest
    @MethodSource("stepsNotDue")
    void whatIsNotDueIsRefusedAndChangesNothing(ActivityState state, Step step) {
        Activity found = at(state);

        assertRefused(ProblemException.Kind.CONFLICT, () -> step.doing.accept(found));

        assertThat(found).usingRecursiveComparison().isEqualTo(at(state));
    }

    @ParameterizedTest
    @MethodSource("stepsDue")
    void whatIsDueIsTakenAndLeadsOn(ActivityState state, Step step, ActivityState next) {
        Activity found = at(state);

        step.doing.accept(found);

        assertThat(found.state()).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityState.class,
            names = {"CONFIRMED", "WITHDRAWN", "STOPPED"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyADecisionToStopStopsIt(ActivityState state) {
        Activity found = at(state);
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.stop(TODAY));
        found.decideContinuation(new Continuation(true, null, "binhduong.officer1", NOW));
        assertRefused(ProblemException.Kind.CONFLICT, () -> found.stop(TODAY));

        found.decideContinuation(new Continuation(false, "Hết cơ sở", "binhduong.officer1", NOW));
        found.stop(TODAY);

        assertThat(found.state()).isEqualTo(ActivityState.STOPPED);
        assertThat(found.endReason()).isEqualTo("Hết cơ sở");
    }

    @Test
    void theLastItemEndsTheRound() {
        Activity found = at(ActivityState.CARRYING_OUT);
        carryOut(found, 2);
        assertThat(found.plan().toCarryOut()).containsExactly(1);

        carryOut(found, 1);

        assertThat(found.state()).isEqualTo(ActivityState.MEASURING);
    }

    @Test
    void nothingIsDoneTwiceInARound() {
        Activity found = at(ActivityState.CARRYING_OUT);
        carryOut(found, 2);

        assertRefused(ProblemException.Kind.CONFLICT, () -> carryOut(found, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void thereAreOnlyTheItemsOfThePlan(int position) {
        assertRefused(ProblemException.Kind.NOT_FOUND, () -> carryOut(at(ActivityState.CARRYING_OUT), position));
        assertRefused(
                ProblemException.Kind.NOT_FOUND,
                () -> at(ActivityState.CONFIRMING).confirm(Set.of(position), "Làm lại", "tayninh.leader1", NOW, TODAY));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void progressIsAShare(int percent) {
        assertRefused(
                ProblemException.Kind.INVALID,
                () -> at(ActivityState.CARRYING_OUT).report(report(percent)));
    }

    @Test
    void aPlanHasItems() {
        assertRefused(
                ProblemException.Kind.INVALID, () -> at(ActivityState.PLANNING).plan(List.of(), null, null));
    }

    @Test
    void onlyWhatIsNamedIsDoneAgain() {
        Activity found = at(ActivityState.CONFIRMING);
        Step.WANT_REWORK.doing.accept(found);

        assertThat(found.plan().round()).isEqualTo(2);
        assertThat(found.plan().toCarryOut()).containsExactly(2);
    }

    private static Activity at(ActivityState state) {
        Activity found = Activity.open("H09-261123-0002", TERMS, INDICATOR, ITEMS, null);
        if (state == ActivityState.WITHDRAWN) {
            Step.WITHDRAW.doing.accept(found);
            return found;
        }
        if (state == ActivityState.STOPPED) {
            found.decideContinuation(new Continuation(false, "Hết cơ sở", "binhduong.officer1", NOW));
            found.stop(TODAY);
            return found;
        }
        List<Consumer<Activity>> way = List.of(
                Step.PLAN.doing,
                Step.ACCEPT_PLAN.doing,
                Step.CARRY_OUT.doing.andThen(activity -> carryOut(activity, 2)),
                Step.MEASURE.doing,
                Step.CONFIRM.doing);
        way.subList(0, state.ordinal()).forEach(step -> step.accept(found));
        return found;
    }

    private static void carryOut(Activity found, int position) {
        found.carryOut(position, "Đã làm", null, "binhduong.officer1", NOW);
    }

    private static ProgressReport report(int percent) {
        return new ProgressReport(percent, null, TODAY, "binhduong.officer1", NOW);
    }

    private static WorkItem item(String title) {
        return WorkItem.planned(title, "binhduong", Role.OFFICER, 5);
    }

    private static void assertRefused(ProblemException.Kind kind, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
