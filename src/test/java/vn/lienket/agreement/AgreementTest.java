package vn.lienket.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
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
import vn.lienket.document.DocumentNumber;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.Turn;

class AgreementTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DocumentNumber NUMBER = new DocumentNumber(5, "BTT", "STTTT");
    private static final List<AgreementParty> PARTIES = List.of(
            new AgreementParty("binhduong", "Sở TT&TT Bình Dương", "STTTT"),
            new AgreementParty("tayninh", "Sở TT&TT Tây Ninh", "STTTT"));

    /** What can be done to an agreement. */
    enum Step {
        SUBMIT_DRAFT(agreement -> submit(agreement, "next")),
        REVIEW(agreement -> agreement.review("binhduong", true, null, "legal", NOW)),
        CONCLUDE_REVIEW(Agreement::concludeReview),
        APPROVE(agreement -> agreement.approve("binhduong", true, null, "leader", NOW)),
        CONCLUDE_APPROVAL(Agreement::concludeApproval),
        AWAIT_SIGNATURES(agreement -> agreement.awaitSignatures(
                List.of(List.of(Turn.ofLeader("binhduong")), List.of(Turn.ofLeader("tayninh"))))),
        SIGN(agreement -> sign(agreement, "binhduong")),
        REGISTER(agreement -> agreement.register("binhduong", NUMBER, TODAY, "clerk", NOW)),
        ENTER_INTO_FORCE(Agreement::enterIntoForce),
        WITHDRAW(agreement -> agreement.withdraw("Thay đổi kế hoạch", TODAY)),
        EXPIRE(agreement -> agreement.expire(TODAY)),
        TERMINATE(agreement -> agreement.terminate("Hết nhu cầu", TODAY));

        private final Consumer<Agreement> doing;

        Step(Consumer<Agreement> doing) {
            this.doing = doing;
        }
    }

    /** What is due where, and where it leads; everything else is refused. */
    private static final Map<AgreementState, Map<Step, AgreementState>> DUE = Map.of(
            AgreementState.DRAFTING,
                    Map.of(Step.SUBMIT_DRAFT, AgreementState.IN_REVIEW, Step.WITHDRAW, AgreementState.WITHDRAWN),
            AgreementState.IN_REVIEW,
                    Map.of(Step.REVIEW, AgreementState.IN_REVIEW, Step.WITHDRAW, AgreementState.WITHDRAWN),
            AgreementState.REVISING,
                    Map.of(Step.SUBMIT_DRAFT, AgreementState.IN_REVIEW, Step.WITHDRAW, AgreementState.WITHDRAWN),
            AgreementState.IN_APPROVAL,
                    Map.of(Step.APPROVE, AgreementState.IN_APPROVAL, Step.WITHDRAW, AgreementState.WITHDRAWN),
            AgreementState.SIGNING,
                    Map.of(
                            Step.AWAIT_SIGNATURES,
                            AgreementState.SIGNING,
                            Step.SIGN,
                            AgreementState.SIGNING,
                            Step.WITHDRAW,
                            AgreementState.WITHDRAWN),
            AgreementState.REGISTERING,
                    Map.of(Step.REGISTER, AgreementState.REGISTERING, Step.WITHDRAW, AgreementState.WITHDRAWN),
            AgreementState.IN_FORCE,
                    Map.of(Step.EXPIRE, AgreementState.EXPIRED, Step.TERMINATE, AgreementState.TERMINATED),
            AgreementState.WITHDRAWN, Map.of(),
            AgreementState.EXPIRED, Map.of(),
            AgreementState.TERMINATED, Map.of());

    static Stream<Arguments> stepsNotDue() {
        return Stream.of(AgreementState.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> !DUE.get(state).containsKey(step))
                        .map(step -> Arguments.of(state, step)));
    }

    static Stream<Arguments> stepsDue() {
        return Stream.of(AgreementState.values())
                .flatMap(state -> DUE.get(state).entrySet().stream()
                        .map(due -> Arguments.of(state, due.getKey(), due.getValue())));
    }

    @ParameterizedTest
    @MethodSource("stepsNotDue")
    void whatIsNotDueIsRefusedAndChangesNothing(AgreementState state, Step step) {
        Agreement agreement = at(state);
        int drafts = agreement.drafts().size();
        int opinions = agreement.opinions().size();

        assertRefused(ProblemException.Kind.CONFLICT, () -> step.doing.accept(agreement));

        assertThat(agreement.state()).isEqualTo(state);
        assertThat(agreement.drafts()).hasSize(drafts);
        assertThat(agreement.opinions()).hasSize(opinions);
    }

    @ParameterizedTest
    @MethodSource("stepsDue")
    void whatIsDueIsTakenAndLeadsOn(AgreementState state, Step step, AgreementState next) {
        Agreement agreement = at(state);

        step.doing.accept(agreement);

        assertThat(agreement.state()).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(AgreementState.class)
    void isClosedFromForceOn(AgreementState state) {
        assertThat(state.isClosed()).isEqualTo(!DUE.get(state).containsKey(Step.WITHDRAW));
    }

    @Test
    void aReviewIsConcludedWhenEveryPartyHasSpoken() {
        Agreement agreement = at(AgreementState.IN_REVIEW);
        agreement.review("tayninh", true, null, "legal", NOW);
        assertRefused(ProblemException.Kind.CONFLICT, agreement::concludeReview);

        agreement.review("binhduong", true, "Đồng ý", "legal", NOW);
        assertThat(agreement.concludeReview()).isTrue();
        assertThat(agreement.state()).isEqualTo(AgreementState.IN_APPROVAL);
    }

    @Test
    void onePartyThatWantsChangesIsEnoughAndTheNextVersionIsReviewedAnew() {
        Agreement agreement = at(AgreementState.IN_REVIEW);
        agreement.review("binhduong", true, null, "legal", NOW);
        agreement.review("tayninh", false, "Bổ sung", "legal", NOW);
        assertThat(agreement.concludeReview()).isFalse();
        assertThat(agreement.state()).isEqualTo(AgreementState.REVISING);

        assertThat(submit(agreement, "second").version()).isEqualTo(2);
        assertRefused(ProblemException.Kind.CONFLICT, agreement::concludeReview);
        agreement.review("tayninh", true, null, "legal", NOW);
        assertThat(agreement.opinions())
                .extracting(Opinion::version, Opinion::party, Opinion::positive)
                .containsExactly(tuple(1, "binhduong", true), tuple(1, "tayninh", false), tuple(2, "tayninh", true));
    }

    @Test
    void aPartySpeaksOncePerVersion() {
        Agreement agreement = at(AgreementState.IN_REVIEW);
        agreement.review("binhduong", true, null, "legal1", NOW);

        assertRefused(
                ProblemException.Kind.CONFLICT, () -> agreement.review("binhduong", false, "Đổi ý", "legal2", NOW));
        assertThat(agreement.opinions()).hasSize(1);
    }

    @Test
    void aStrangerIsNoParty() {
        assertRefused(
                ProblemException.Kind.INVALID,
                () -> at(AgreementState.IN_REVIEW).review("qtsc", true, null, "legal", NOW));
        assertRefused(
                ProblemException.Kind.INVALID,
                () -> at(AgreementState.IN_APPROVAL).approve("qtsc", true, null, "leader", NOW));
        assertRefused(ProblemException.Kind.INVALID, () -> sign(at(AgreementState.SIGNING), "qtsc"));
        assertRefused(
                ProblemException.Kind.INVALID,
                () -> at(AgreementState.REGISTERING).register("qtsc", NUMBER, TODAY, "clerk", NOW));
    }

    @Test
    void theSameFileIsNoNextVersion() {
        Agreement agreement = at(AgreementState.REVISING);

        assertRefused(ProblemException.Kind.INVALID, () -> submit(agreement, "first"));
        assertThat(agreement.drafts()).hasSize(1);
    }

    @Test
    void approvalByAllFreezesTheVersion() {
        Agreement agreement = at(AgreementState.IN_APPROVAL);
        assertThat(agreement.frozenSha256()).isNull();
        PARTIES.forEach(party -> agreement.approve(party.organisation(), true, null, "leader", NOW));

        assertThat(agreement.concludeApproval()).isTrue();
        assertThat(agreement.frozenSha256()).isEqualTo("first");
        assertThat(agreement.documentToSign()).isEqualTo(document("first"));
    }

    @Test
    void oneRejectionSendsItBackUnfrozen() {
        Agreement agreement = at(AgreementState.IN_APPROVAL);
        agreement.approve("binhduong", true, null, "leader", NOW);
        agreement.approve("tayninh", false, "Chưa rõ kinh phí", "leader", NOW);

        assertThat(agreement.concludeApproval()).isFalse();
        assertThat(agreement.state()).isEqualTo(AgreementState.REVISING);
        assertThat(agreement.frozenSha256()).isNull();
    }

    @Test
    void partiesSignInTheirOrderEachWhatTheOneBeforeSigned() {
        Agreement agreement = at(AgreementState.SIGNING);
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, "tayninh"));

        sign(agreement, "binhduong");
        assertThat(agreement.documentToSign()).isEqualTo(document("signed by binhduong"));
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, "binhduong"));
        assertThat(agreement.state()).isEqualTo(AgreementState.SIGNING);

        sign(agreement, "tayninh");
        assertThat(agreement.state()).isEqualTo(AgreementState.REGISTERING);
    }

    @Test
    void thoseOfOneRankSignInAnyOrderAndEachRankAfterTheOneBefore() {
        Turn leader = Turn.ofLeader("binhduong");
        Turn officer = new Turn("binhduong", Role.OFFICER, KeyOwner.PERSON);
        Turn seal = new Turn("binhduong", Role.CLERK, KeyOwner.BODY);
        Turn other = Turn.ofLeader("tayninh");
        Agreement agreement = at(AgreementState.SIGNING);
        agreement.awaitSignatures(List.of(List.of(leader, officer), List.of(seal), List.of(other)));
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, seal));
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, other));

        sign(agreement, officer);
        assertThat(agreement.openTurns())
                .extracting(AgreementTurn::party, AgreementTurn::role)
                .containsExactly(tuple("binhduong", Role.LEADER));
        assertThat(agreement.signedMeanwhile()).containsExactly(document("first"));
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, officer));
        assertRefused(ProblemException.Kind.CONFLICT, () -> sign(agreement, seal));

        sign(agreement, leader);
        assertThat(agreement.signedMeanwhile()).as("of an earlier rank").isEmpty();
        sign(agreement, seal);
        assertThat(agreement.state()).isEqualTo(AgreementState.SIGNING);
        sign(agreement, other);
        assertThat(agreement.state()).isEqualTo(AgreementState.REGISTERING);
        assertThat(agreement.openTurns()).isEmpty();
    }

    @Test
    void onceSomebodyHasSignedTheTurnsStay() {
        Agreement agreement = at(AgreementState.SIGNING);
        sign(agreement, "binhduong");

        assertRefused(
                ProblemException.Kind.CONFLICT,
                () -> agreement.awaitSignatures(List.of(List.of(Turn.ofLeader("tayninh")))));

        assertThat(agreement.turns()).extracting(AgreementTurn::party).containsExactly("binhduong", "tayninh");
    }

    @Test
    void everyPartyRegistersOnceAndOnlyThenIsItInForce() {
        Agreement agreement = at(AgreementState.REGISTERING);
        agreement.register("tayninh", NUMBER, TODAY, "clerk", NOW);
        assertRefused(ProblemException.Kind.CONFLICT, () -> agreement.register("tayninh", NUMBER, TODAY, "clerk", NOW));
        assertRefused(ProblemException.Kind.CONFLICT, agreement::enterIntoForce);

        agreement.register("binhduong", NUMBER, TODAY, "clerk", NOW);
        agreement.enterIntoForce();
        assertThat(agreement.state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(agreement.registrations())
                .extracting(Registration::party, Registration::year, Registration::number)
                .containsExactly(tuple("tayninh", 2026, "05/BTT-STTTT"), tuple("binhduong", 2026, "05/BTT-STTTT"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "EXPIRED", "TERMINATED"})
    void remembersWhenAndWhyItEnded(AgreementState ended) {
        Agreement agreement = at(ended);

        assertThat(agreement.endedOn()).isEqualTo(TODAY);
        assertThat(agreement.endReason())
                .isEqualTo(
                        switch (ended) {
                            case WITHDRAWN -> "Thay đổi kế hoạch";
                            case TERMINATED -> "Hết nhu cầu";
                            default -> null;
                        });
    }

    /** An agreement that came to this state by the steps that lead there. */
    private static Agreement at(AgreementState state) {
        return switch (state) {
            case DRAFTING -> draft();
            case IN_REVIEW -> after(AgreementState.DRAFTING, agreement -> submit(agreement, "first"));
            case REVISING ->
                after(AgreementState.IN_REVIEW, agreement -> {
                    PARTIES.forEach(party -> agreement.review(party.organisation(), false, "Bổ sung", "legal", NOW));
                    agreement.concludeReview();
                });
            case IN_APPROVAL ->
                after(AgreementState.IN_REVIEW, agreement -> {
                    PARTIES.forEach(party -> agreement.review(party.organisation(), true, null, "legal", NOW));
                    agreement.concludeReview();
                });
            case SIGNING ->
                after(AgreementState.IN_APPROVAL, agreement -> {
                    PARTIES.forEach(party -> agreement.approve(party.organisation(), true, null, "leader", NOW));
                    agreement.concludeApproval();
                });
            case REGISTERING ->
                after(
                        AgreementState.SIGNING,
                        agreement -> PARTIES.forEach(party -> sign(agreement, party.organisation())));
            case IN_FORCE ->
                after(AgreementState.REGISTERING, agreement -> {
                    PARTIES.forEach(party -> agreement.register(party.organisation(), NUMBER, TODAY, "clerk", NOW));
                    agreement.enterIntoForce();
                });
            case WITHDRAWN -> after(AgreementState.DRAFTING, Step.WITHDRAW.doing);
            case EXPIRED -> after(AgreementState.IN_FORCE, Step.EXPIRE.doing);
            case TERMINATED -> after(AgreementState.IN_FORCE, Step.TERMINATE.doing);
        };
    }

    private static Agreement after(AgreementState state, Consumer<Agreement> steps) {
        Agreement agreement = at(state);
        steps.accept(agreement);
        return agreement;
    }

    private static Agreement draft() {
        return Agreement.open(
                "H09-261123-0001",
                new AgreementTerms(
                        "Thỏa thuận hợp tác",
                        AgreementType.BTT,
                        "binhduong-tayninh",
                        "binhduong",
                        List.of("ioc"),
                        "Luật Công nghệ thông tin",
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2031, 11, 30)),
                PARTIES,
                null,
                null);
    }

    private static Draft submit(Agreement agreement, String content) {
        return agreement.submitDraft(document(content), content, null, null, "officer", NOW);
    }

    private static void sign(Agreement agreement, String party) {
        sign(agreement, Turn.ofLeader(party));
    }

    private static void sign(Agreement agreement, Turn turn) {
        String signer = turn.equals(Turn.ofLeader(turn.organisation()))
                ? turn.organisation()
                : "%s %s %s".formatted(turn.organisation(), turn.role(), turn.key());
        agreement.sign(new Signature(
                turn.organisation(),
                document("signed by " + signer),
                "sha",
                false,
                "leader",
                NOW,
                turn.role(),
                turn.key()));
    }

    private static UUID document(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes());
    }

    private static void assertRefused(ProblemException.Kind kind, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(step).satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem).hasMessageEndingWith(".");
        });
    }
}
