package vn.lienket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseStatus;
import vn.lienket.document.DocumentNumber;
import vn.lienket.figures.Quarter;
import vn.lienket.problem.ProblemException;

/** Every step in every state: where it leads, or that it is refused and changes nothing. */
class ReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private enum Step {
        ASSEMBLE(report -> report.assembled(
                "{}",
                UUID.randomUUID(),
                UUID.randomUUID(),
                DAY.atStartOfDay(Deadlines.ZONE).toInstant())),
        REVIEW(report -> report.review(true, null, "officer", Instant.EPOCH)),
        REASSEMBLE(report -> report.review(false, null, "officer", Instant.EPOCH)),
        APPROVE(report -> report.approve(true, null, "leader", Instant.EPOCH)),
        ASK_FOR_CHANGES(report -> report.approve(false, "Thiếu", "leader", Instant.EPOCH)),
        REGISTER(report -> report.register(new DocumentNumber(5, "BC", "STTTT"), DAY, "clerk")),
        SEND(report -> report.sent(UUID.randomUUID(), DAY)),
        WITHDRAW(report -> report.withdraw("Nhầm", DAY));

        private final Consumer<Report> does;

        Step(Consumer<Report> does) {
            this.does = does;
        }
    }

    private static final Map<ReportState, Map<Step, ReportState>> ALLOWED = Map.of(
            ReportState.ASSEMBLING,
            Map.of(Step.ASSEMBLE, ReportState.REVIEWING),
            ReportState.REVIEWING,
            Map.of(Step.REVIEW, ReportState.APPROVING, Step.REASSEMBLE, ReportState.ASSEMBLING),
            ReportState.APPROVING,
            Map.of(Step.APPROVE, ReportState.REGISTERING, Step.ASK_FOR_CHANGES, ReportState.ASSEMBLING),
            ReportState.REGISTERING,
            Map.of(Step.REGISTER, ReportState.SENDING),
            ReportState.SENDING,
            Map.of(Step.SEND, ReportState.SENT));

    static Stream<Arguments> everyStepInEveryState() {
        return Stream.of(ReportState.values())
                .flatMap(state -> Stream.of(Step.values()).map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void goesWhereTheStepLeadsOrStaysAsItIs(ReportState state, Step step) {
        Report report = in(state);
        ReportState target = step == Step.WITHDRAW && !state.isClosed()
                ? ReportState.WITHDRAWN
                : ALLOWED.getOrDefault(state, Map.of()).get(step);

        if (target == null) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> step.does.accept(report))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
            assertThat(report.state()).isEqualTo(state);
        } else {
            step.does.accept(report);
            assertThat(report.state()).isEqualTo(target);
        }
    }

    @Test
    void isDatedAfterItsQuarter() {
        Report report = in(ReportState.REGISTERING);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> report.register(
                        new DocumentNumber(5, "BC", "STTTT"), report.quarter().to(), "clerk"))
                .satisfies(problem -> assertThat(problem.fields().get(0).name()).isEqualTo("documentDate"));
        assertThat(report.registration()).isNull();
        assertThat(report.state()).isEqualTo(ReportState.REGISTERING);
    }

    @Test
    void everyRoundIsAVersionThatKeepsWhatWasSaidOfIt() {
        Report report = in(ReportState.APPROVING);
        Step.ASK_FOR_CHANGES.does.accept(report);
        Step.ASSEMBLE.does.accept(report);
        Step.REVIEW.does.accept(report);

        assertThat(report.assemblies()).extracting(Assembly::version).containsExactly(1, 2);
        assertThat(report.opinions()).extracting(ReportOpinion::version).containsExactly(1, 1, 2);
    }

    @Test
    void onlyItsEndsAreClosedAndEveryStateHasItsStatus() {
        assertThat(Stream.of(ReportState.values()).filter(ReportState::isClosed))
                .containsExactly(ReportState.SENT, ReportState.WITHDRAWN);
        assertThat(ReportState.SENT.status()).isEqualTo(CaseStatus.RESULT_RETURNED);
        assertThat(ReportState.WITHDRAWN.status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    private static Report in(ReportState state) {
        Report report = Report.open(
                "H09-261005-0001",
                "Báo cáo",
                "binhduong-tayninh",
                "binhduong",
                new Quarter(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        if (state == ReportState.WITHDRAWN) {
            Step.WITHDRAW.does.accept(report);
            return report;
        }
        Stream.of(Step.ASSEMBLE, Step.REVIEW, Step.APPROVE, Step.REGISTER, Step.SEND)
                .limit(state.ordinal())
                .forEach(step -> step.does.accept(report));
        return report;
    }
}
