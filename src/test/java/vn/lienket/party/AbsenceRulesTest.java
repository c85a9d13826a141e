package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;
import vn.lienket.problem.ProblemException;

/** What is refused of an absence, and in which words. */
class AbsenceRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 9);
    private static final String SIGNING = "SigningProcess";
    private static final String TRANSFER = "TransferProcess";

    private final Map<String, Person> people = new HashMap<>();

    @BeforeEach
    void threeOfficersAreAtWork() {
        add("an", "alpha", Role.OFFICER, true);
        add("binh", "alpha", Role.OFFICER, true);
        add("chi", "alpha", Role.OFFICER, true);
    }

    @Test
    void aDayOfTodayIsEnough() {
        assertThatCode(() -> check("an", absence(0, 0, "binh"))).doesNotThrowAnyException();
        assertThatCode(() -> check("an", absence(0, 0, null))).doesNotThrowAnyException();
    }

    @Test
    void daysAreInOrderAndNotPast() {
        assertThat(refused("an", absence(3, 2, null)))
                .isEqualTo("INVALID to: Đến ngày: không được trước ngày bắt đầu.");
        assertThat(refused("an", absence(-1, 2, null)))
                .isEqualTo("INVALID from: Từ ngày: không đăng ký cho ngày đã qua (hôm nay là 09/02/2026).");
    }

    @Test
    void theSubstituteIsAnotherColleagueWhoMayDoTheWork() {
        add("dung", "beta", Role.OFFICER, true);
        add("giang", "alpha", Role.LEGAL, true);
        add("ha", "alpha", Role.OFFICER, false);

        assertThat(refused("an", absence(1, 2, "an"))).contains("không thể là chính người vắng mặt.");
        assertThat(refused("an", absence(1, 2, "dung"))).contains("Dung thuộc đơn vị khác.");
        assertThat(refused("an", absence(1, 2, "giang"))).contains("Giang không có vai trò nào chung với An.");
        assertThat(refused("an", absence(1, 2, "ha"))).contains("không có người nào có tên đăng nhập “ha”");
        assertThat(refused("an", absence(1, 2, "khong-co"))).startsWith("INVALID substitute: Người làm thay: ");
    }

    @Test
    void nobodyIsAwayTwice() {
        away("an", absence(1, 5, null));

        assertThat(refused("an", absence(5, 9, null)))
                .isEqualTo("CONFLICT from: An đã đăng ký vắng mặt từ ngày 10/02/2026 đến ngày 14/02/2026.");
        assertThatCode(() -> check("an", absence(6, 9, null))).doesNotThrowAnyException();
    }

    @Test
    void fromOtherWorkOneMayBeAwayOnTheSameDays() {
        away("an", absence(1, 5, "binh", SIGNING));

        assertThatCode(() -> check("an", absence(1, 5, "chi", TRANSFER))).doesNotThrowAnyException();
        assertThat(refused("an", absence(1, 5, "chi", TRANSFER, SIGNING))).startsWith("CONFLICT");
        assertThat(refused("an", absence(1, 5, "chi"))).startsWith("CONFLICT");
    }

    @Test
    void whoIsAwayHimselfStandsInForNobody() {
        away("binh", absence(2, 3, null));

        assertThat(refused("an", absence(3, 9, "binh")))
                .isEqualTo(
                        "CONFLICT substitute: Người làm thay Binh cũng vắng mặt từ ngày 11/02/2026 đến ngày 12/02/2026.");
        assertThatCode(() -> check("an", absence(4, 9, "binh"))).doesNotThrowAnyException();
    }

    @Test
    void whoStandsInForSomebodyIsNotAway() {
        away("an", absence(2, 3, "binh"));

        assertThat(refused("binh", absence(3, 3, "chi")))
                .isEqualTo("CONFLICT from: Binh đang nhận làm thay An từ ngày 11/02/2026 đến ngày 12/02/2026.");
        assertThatCode(() -> check("binh", absence(4, 4, "chi"))).doesNotThrowAnyException();
    }

    @Test
    void twoDoNotStandInForEachOther() {
        away("binh", absence(2, 3, "an"));

        assertThat(refused("an", absence(3, 5, "binh")))
                .isEqualTo("CONFLICT substitute: Không thể làm thay vòng tròn: An → Binh → An.");
    }

    /** As a directory file may say it. */
    @Test
    void norDoMoreInACircle() {
        away("binh", absence(1, 9, "chi"));
        away("chi", absence(1, 9, "an"));

        assertThat(refused("an", absence(3, 5, "binh")))
                .isEqualTo("CONFLICT substitute: Không thể làm thay vòng tròn: An → Binh → Chi → An.");
    }

    @Test
    void aCircleOfOthersDoesNotHoldUpTheAnswer() {
        away("binh", absence(1, 9, "chi"));
        away("chi", absence(1, 9, "binh"));

        assertThat(refused("an", absence(3, 5, "binh")))
                .startsWith("CONFLICT substitute: Người làm thay Binh cũng vắng mặt");
    }

    private void check(String person, Absence absence) {
        new AbsenceRules(people, TODAY).check(people.get(person), absence);
    }

    private String refused(String person, Absence absence) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> check(person, absence));
        String fields = String.join(
                ",", refusal.fields().stream().map(ProblemException.Field::name).toList());
        return "%s %s: %s".formatted(refusal.kind(), fields, refusal.getMessage());
    }

    private static Absence absence(int from, int to, String substitute, String... kinds) {
        return new Absence(TODAY.plusDays(from), TODAY.plusDays(to), substitute, Set.of(kinds));
    }

    private void away(String id, Absence absence) {
        Person person = people.get(id);
        List<Absence> absences = new ArrayList<>(person.absences());
        absences.add(absence);
        put(id, person.organisation(), person.roles(), absences, person.active());
    }

    private void add(String id, String organisation, Role role, boolean active) {
        put(id, organisation, EnumSet.of(role), List.of(), active);
    }

    private void put(String id, String organisation, Set<Role> roles, List<Absence> absences, boolean active) {
        String name = StringUtils.capitalize(id);
        people.put(id, new Person(id, name, id + "@x.example", organisation, roles, Set.of(), absences, active));
    }
}
