package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import vn.lienket.problem.ProblemException;

/** Absences of the directory file and of people, in the same tables. */
@SpringJUnitConfig({PartyDatabase.class, AbsencesTest.Registration.class})
class AbsencesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 9);
    private static final String KIND = "AnyProcess";

    @Autowired
    private Absences absences;

    @Autowired
    private DirectoryImport directoryImport;

    @Autowired
    private DirectoryStore store;

    @Autowired
    private DirectoryParties parties;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void freshDirectory() {
        jdbc.sql("truncate lienket.organisation, lienket.channel, lienket.person, lienket.directory_version cascade")
                .update();
        directoryImport.apply(DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS));
    }

    @Test
    void areSeenAtOnceOnEveryNode() {
        DirectoryParties otherNode = new DirectoryParties(store);
        assertThat(otherNode.person("binh").orElseThrow().absences()).isEmpty();

        absences.register("binh", absence(0, 3), "an");

        assertThat(parties.person("binh").orElseThrow().absenceOn(TODAY, KIND)).isPresent();
        assertThat(otherNode.person("binh").orElseThrow().absenceOn(TODAY.plusDays(3), KIND))
                .isPresent();
        assertThat(otherNode.person("binh").orElseThrow().absenceOn(TODAY.plusDays(4), KIND))
                .isEmpty();
    }

    @Test
    void thatPeopleRegisteredOutliveTheDirectoryFile() {
        absences.register("an", absence(0, 3), "an");
        absences.register("binh", absence(5, 6), "an");

        assertThat(directoryImport
                        .apply(DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS))
                        .isEmpty())
                .isTrue();
        DirectoryChanges changes = directoryImport.apply(
                DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS.replace("2027-03-05", "2027-03-06")));

        assertThat(changes.changed()).containsExactly("person an");
        assertThat(parties.person("an").orElseThrow().absences())
                .extracting(Absence::from, Absence::to)
                .containsExactly(
                        tuple(TODAY, TODAY.plusDays(3)),
                        tuple(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 8)),
                        tuple(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 6)));
        assertThat(parties.person("binh").orElseThrow().absences()).hasSize(1);
    }

    @Test
    void thatTheFileAndAPersonBeginOnTheSameDayAreTwo() {
        absences.register("an", new Absence(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 2), null), "an");

        directoryImport.apply(
                DirectorySamples.read(DirectorySamples.TWO_ORGANISATIONS.replace("2027-03-0", "2027-04-0")));

        assertThat(parties.person("an").orElseThrow().absences()).hasSize(3);
    }

    @Test
    void ofTheFileAreMetByWhatPeopleRegister() {
        assertThatThrownBy(() -> absences.register(
                        "an", new Absence(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 9), null), "an"))
                .hasMessage("Chuyên gia 1 đã đăng ký vắng mặt từ ngày 01/03/2027 đến ngày 05/03/2027.");
        assertThatThrownBy(() -> absences.end(
                        jdbc.sql("select id from lienket.absence where first_day = date '2027-03-01'")
                                .query(UUID.class)
                                .single(),
                        "an"))
                .hasMessageContaining("khai trong danh bạ");
    }

    @Test
    void endTodayAndCountNoMore() {
        RecordedAbsence begun = absences.register("binh", absence(0, 9), "an");

        absences.end(begun.id(), "binh");

        RecordedAbsence ended = absences.find(begun.id()).orElseThrow();
        assertThat(ended.absence().to()).isEqualTo(TODAY);
        assertThat(ended.endedBy()).isEqualTo("binh");
        assertThat(ended.stateOn(TODAY)).isEqualTo(AbsenceState.PAST);
        assertThat(parties.person("binh").orElseThrow().absenceOn(TODAY, KIND)).isEmpty();
        assertThatThrownBy(() -> absences.end(begun.id(), "binh")).hasMessageContaining("đã kết thúc hoặc đã hủy");
        absences.register("binh", absence(0, 1), "binh");
    }

    @Test
    void thatHaveNotBegunAreCalledOff() {
        RecordedAbsence planned = absences.register("binh", absence(2, 9), "an");

        absences.end(planned.id(), "an");

        RecordedAbsence cancelled = absences.find(planned.id()).orElseThrow();
        assertThat(cancelled.absence()).isEqualTo(planned.absence());
        assertThat(cancelled.stateOn(TODAY)).isEqualTo(AbsenceState.CANCELLED);
        assertThat(cancelled.stateOn(TODAY.plusDays(5))).isEqualTo(AbsenceState.CANCELLED);
        assertThat(parties.person("binh").orElseThrow().absences()).isEmpty();
    }

    @Test
    void twoAtOnceEndAsOne() throws Exception {
        List<Object> answers = together(
                () -> absences.register("binh", absence(0, 3), "binh"),
                () -> absences.register("binh", absence(2, 5), "an"));

        assertThat(answers).filteredOn(RecordedAbsence.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(ProblemException.class::isInstance)
                .singleElement()
                .satisfies(refusal -> assertThat(((ProblemException) refusal).getMessage())
                        .startsWith("Chuyên viên 1 đã đăng ký vắng mặt"));
        assertThat(parties.person("binh").orElseThrow().absences()).hasSize(1);
    }

    @Test
    void twoAtOnceDoNotCloseACircle() throws Exception {
        List<Object> answers = together(
                () -> absences.register("an", new Absence(TODAY, TODAY.plusDays(3), "binh", Set.of()), "an"),
                () -> absences.register(
                        "binh", new Absence(TODAY.plusDays(1), TODAY.plusDays(5), "an", Set.of()), "binh"));

        assertThat(answers).filteredOn(RecordedAbsence.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(ProblemException.class::isInstance)
                .singleElement()
                .satisfies(refusal ->
                        assertThat(((ProblemException) refusal).getMessage()).contains("vòng tròn"));
    }

    /** What each answered or threw. */
    private static List<Object> together(Callable<Object> one, Callable<Object> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> running : List.of(one, other).stream()
                    .map(step -> threads.submit(() -> {
                        start.await();
                        try {
                            return step.call();
                        } catch (ProblemException refusal) {
                            return refusal;
                        }
                    }))
                    .toList()) {
                answers.add(running.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Absence absence(int from, int to) {
        return new Absence(TODAY.plusDays(from), TODAY.plusDays(to), null);
    }

    @TestConfiguration
    @Import({Absences.class, AbsenceStore.class})
    static class Registration {

        @Bean
        Clock clock() {
            ZoneId vietnam = ZoneId.of("Asia/Ho_Chi_Minh");
            return Clock.fixed(TODAY.atTime(9, 0).atZone(vietnam).toInstant(), vietnam);
        }
    }
}
