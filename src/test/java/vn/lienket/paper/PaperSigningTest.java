package vn.lienket.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.KeyOwner;

class PaperSigningTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final UUID ISSUED = document("issued");
    private static final Paper CONTRACT = new Paper(
            "contract",
            "transfer-contract",
            "Hợp đồng chuyển giao công nghệ",
            "05/HĐ",
            LocalDate.of(2026, 11, 30),
            ISSUED,
            List.of("binhduong", "qtsc"));
    private static final PaperTurn LEADER = turn(0, "binhduong", Role.LEADER, KeyOwner.PERSON);
    private static final PaperTurn OTHER = turn(0, "qtsc", Role.LEADER, KeyOwner.PERSON);
    private static final PaperTurn SEAL = turn(1, "binhduong", Role.CLERK, KeyOwner.BODY);

    /** What can be done to a paper that was submitted. */
    enum Step {
        SIGN(signing -> sign(signing, LEADER)),
        REFUSE(signing -> signing.refuse(LEADER, "Đã ký trên giấy", "leader", NOW)),
        STOP(signing -> signing.stop("Hồ sơ đã rút.", "officer", NOW));

        private final Consumer<PaperSigning> doing;

        Step(Consumer<PaperSigning> doing) {
            this.doing = doing;
        }
    }

    /** What is due where, and where it leads; everything else is refused. */
    private static final Map<SigningState, Map<Step, SigningState>> DUE = Map.of(
            SigningState.WAITING,
                    Map.of(
                            Step.SIGN, SigningState.WAITING,
                            Step.REFUSE, SigningState.REFUSED,
                            Step.STOP, SigningState.STOPPED),
            SigningState.SIGNED, Map.of(),
            SigningState.REFUSED, Map.of(),
            SigningState.STOPPED, Map.of());

    static Stream<Arguments> stepsNotDue() {
        return Stream.of(SigningState.values())
                .flatMap(state -> Stream.of(Step.values())
                        .filter(step -> !DUE.get(state).containsKey(step))
                        .map(step -> Arguments.of(state, step)));
    }

    static Stream<Arguments> stepsDue() {
        return Stream.of(SigningState.values())
                .flatMap(state -> DUE.get(state).entrySet().stream()
                        .map(due -> Arguments.of(state, due.getKey(), due.getValue())));
    }

    @ParameterizedTest
    @MethodSource("stepsNotDue")
    void whatIsNotDueIsRefusedAndChangesNothing(SigningState state, Step step) {
        PaperSigning signing = at(state);
        int signatures = signing.signatures().size();

        assertConflict("Văn bản này không còn chờ ký.", () -> step.doing.accept(signing));

        assertThat(signing.state()).isEqualTo(state);
        assertThat(signing.signatures()).hasSize(signatures);
    }

    @ParameterizedTest
    @MethodSource("stepsDue")
    void whatIsDueIsTakenAndLeadsOn(SigningState state, Step step, SigningState next) {
        PaperSigning signing = at(state);

        step.doing.accept(signing);

        assertThat(signing.state()).isEqualTo(next);
    }

    @Test
    void thoseOfOneRankSignInAnyOrderAndEachRankAfterTheOneBefore() {
        PaperSigning signing = submitted();
        assertThat(signing.openTurns()).containsExactly(LEADER, OTHER);
        assertThat(signing.waitsFor()).isEqualTo("Tên của binhduong; Tên của qtsc");
        assertConflict("Chưa đến lượt Tên của binhduong ký.", () -> sign(signing, SEAL));

        sign(signing, OTHER);
        assertThat(signing.openTurns()).containsExactly(LEADER);
        assertThat(signing.documentToSign()).isEqualTo(fileOf(OTHER));
        assertThat(signing.signedMeanwhile()).containsExactly(ISSUED);
        assertConflict("Chưa đến lượt Tên của qtsc ký.", () -> sign(signing, OTHER));
        assertConflict("Chưa đến lượt Tên của binhduong ký.", () -> sign(signing, SEAL));

        sign(signing, LEADER);
        assertThat(signing.waitsFor()).isEqualTo("Tên của binhduong (văn thư, chữ ký số của cơ quan, tổ chức)");
        assertThat(signing.signedMeanwhile()).as("of an earlier rank").isEmpty();
        sign(signing, SEAL);
        assertThat(signing.state()).isEqualTo(SigningState.SIGNED);
        assertThat(signing.endedAt()).isEqualTo(NOW);
    }

    @Test
    void aTurnIsTakenByItsPositionOrAsTheFirstOpenOneOfItsParty() {
        PaperSigning signing = submitted();

        assertThat(signing.openTurn(1)).isEqualTo(OTHER);
        assertThat(signing.openTurn("qtsc")).isEqualTo(OTHER);
        assertConflict("Chưa đến lượt Tên của binhduong ký.", () -> signing.openTurn(2));
        sign(signing, OTHER);
        assertConflict("Chưa đến lượt Tên của qtsc ký.", () -> signing.openTurn("qtsc"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> signing.openTurn("tayninh"))
                .withMessage("Đơn vị này không ký văn bản này.");
    }

    @Test
    void whoseTurnItIsNotDoesNotRefuseForTheOthers() {
        PaperSigning signing = submitted();

        assertConflict(
                "Chưa đến lượt Tên của binhduong ký.", () -> signing.refuse(SEAL, "Đã ký trên giấy", "clerk", NOW));

        assertThat(signing.state()).isEqualTo(SigningState.WAITING);
    }

    @Test
    void onceOneDoesNotSignItIsNobodysTurn() {
        PaperSigning signing = submitted();
        sign(signing, OTHER);

        signing.refuse(LEADER, "Đã ký trên giấy", "leader", NOW);

        assertThat(signing.openTurns()).isEmpty();
        assertThat(signing.waitsFor()).isEmpty();
        assertThat(signing.reason()).isEqualTo("Đã ký trên giấy");
        assertThat(signing.documentToSign()).isEqualTo(fileOf(OTHER));
        assertConflict("Văn bản này không còn chờ ký.", () -> signing.openTurn(0));
    }

    private static PaperSigning submitted() {
        return PaperSigning.submit(
                "H09-261130-0001", "binhduong-qtsc", CONTRACT, List.of(LEADER, OTHER, SEAL), "clerk", NOW);
    }

    /** A paper that came to this state by the steps that lead there. */
    private static PaperSigning at(SigningState state) {
        PaperSigning signing = submitted();
        switch (state) {
            case WAITING -> {}
            case SIGNED -> signing.turns().forEach(turn -> sign(signing, turn));
            case REFUSED -> Step.REFUSE.doing.accept(signing);
            case STOPPED -> Step.STOP.doing.accept(signing);
        }
        return signing;
    }

    private static void sign(PaperSigning signing, PaperTurn turn) {
        signing.sign(new PaperSignature(
                turn.organisation(), fileOf(turn), "sha", false, "signer", NOW, turn.role(), turn.key()));
    }

    private static PaperTurn turn(int rank, String organisation, Role role, KeyOwner key) {
        return new PaperTurn(rank, organisation, "Tên của " + organisation, role, key);
    }

    private static UUID fileOf(PaperTurn turn) {
        return document("signed by %s %s".formatted(turn.organisation(), turn.role()));
    }

    private static UUID document(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertConflict(String sentence, ThrowingCallable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step)
                .withMessage(sentence)
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
    }
}
