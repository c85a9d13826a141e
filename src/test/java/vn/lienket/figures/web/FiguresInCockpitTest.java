package vn.lienket.figures.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseKind;
import vn.lienket.figures.Measure;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.support.CaseLife;
import vn.lienket.support.CaseLife.Work;
import vn.lienket.support.Chromium;
import vn.lienket.support.Download;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TwelveWeeks;

/** What a manager, a leader and an administrator read in Cockpit of the same twelve weeks, each his part, is what a plain recount finds. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresInCockpitTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<Measure> COLUMNS = List.of(
            Measure.CARRIED_OVER,
            Measure.RECEIVED,
            Measure.EARLY,
            Measure.ON_TIME,
            Measure.LATE,
            Measure.IN_PROGRESS,
            Measure.OVERDUE,
            Measure.PAUSED,
            Measure.WITHDRAWN,
            Measure.DECLINED);
    private static final String CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    TwelveWeeks history;

    @Autowired
    Parties parties;

    @Autowired
    CooperationFields fields;

    @Autowired
    List<CaseKind> kinds;

    private final Inspection inspection = new Inspection();
    private final YearMonth month = YearMonth.now(Deadlines.ZONE).minusMonths(1);

    @BeforeAll
    void twelveWeeksGoBy() {
        history.happen();
    }

    @AfterAll
    void forgetThem() {
        history.forget();
    }

    @ParameterizedTest
    @CsvSource({"tayninh.manager1,", "tayninh.leader1, tayninh", "admin,"})
    void theFiguresOfAMonthAreThoseOfARecountAndLeadToTheirCases(String who, String part) {
        List<CaseLife> lives = led(part);
        Page page = figures(who);

        assertThat(table(page, ".lk-page tbody tr")).containsExactlyInAnyOrderElementsOf(recounted(lives));
        assertThat(table(page, ".lk-page tfoot tr")).containsExactly(row(lives, Stream.of("Tổng cộng", "", "", "")));
        assertThat(page.getByLabel("Đơn vị chủ trì").locator("option[value=binhduong]"))
                .hasCount(part == null ? 1 : 0);
        inspection.look(page, "figures of a month, " + who);
        CHROMIUM.picture(page, "figures-" + who);
        for (Measure measure : COLUMNS) {
            List<String> codes = CaseLife.counted(lives, month).get(measure);
            Locator number =
                    page.locator("tfoot td").nth(4 + COLUMNS.indexOf(measure)).locator("a");
            assertThat(number).hasCount(codes.isEmpty() ? 0 : 1);
            if (!codes.isEmpty()) {
                open(page, number);
                assertThat(behind(page, codes.size())).as("%s", measure).containsExactlyInAnyOrderElementsOf(codes);
            }
        }
        inspection.look(page, "cases behind a figure, " + who);
        inspection.findsNothing();
    }

    @Test
    void behindTheNumberOfOneRowAreItsCasesOnly() {
        Page page = figures("tayninh.manager1");

        Map<List<String>, List<CaseLife>> groups = groups(led(null));
        List<List<String>> rows = table(page, ".lk-page tbody tr");
        for (int number = 0; number < rows.size(); number++) {
            List<String> group = rows.get(number).subList(0, 4);
            List<String> received = CaseLife.counted(groups.get(group), month).get(Measure.RECEIVED);
            if (!received.isEmpty()) {
                open(
                        page,
                        page.locator(".lk-page tbody tr")
                                .nth(number)
                                .locator("td")
                                .nth(4 + COLUMNS.indexOf(Measure.RECEIVED))
                                .locator("a"));
                assertThat(behind(page, received.size())).as("%s", group).containsExactlyInAnyOrderElementsOf(received);
            }
        }
    }

    @Test
    void aMonthIsFilteredAndSavedAsFiles() throws IOException {
        Page page = figures("tayninh.manager1");
        page.getByLabel("Đơn vị chủ trì").selectOption("binhduong");
        page.getByLabel("Loại hồ sơ").selectOption("transfer");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Xem").setExact(true))
                .click();
        List<CaseLife> lives = led("binhduong").stream()
                .filter(life -> life.kind().equals("transfer"))
                .toList();
        List<String> total = row(lives, Stream.of("Tổng cộng", "", "", ""));
        assertThat(page.locator(".lk-page tbody tr")).hasCount(recounted(lives).size());
        assertThat(table(page, ".lk-page tfoot tr")).containsExactly(total);

        String csv = new String(file(page, "Tải CSV").content(), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1))
                .hasSize(recounted(lives).size())
                .allSatisfy(line -> assertThat(line)
                        .contains(month + ",binhduong,", "," + TwelveWeeks.CHANNEL + ",", ",transfer,"));
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(file(page, "Tải XLSX").content()))) {
            Row last = workbook.getSheetAt(0).getRow(workbook.getSheetAt(0).getLastRowNum());
            assertThat(last.getCell(0).getStringCellValue()).isEqualTo("Tổng cộng");
            assertThat(COLUMNS.stream().map(measure ->
                            (int) last.getCell(4 + COLUMNS.indexOf(measure)).getNumericCellValue()))
                    .isEqualTo(COLUMNS.stream()
                            .map(measure ->
                                    CaseLife.counted(lives, month).get(measure).size())
                            .toList());
        }
        assertThat(file(page, "Tải PDF").pdfText())
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kênh mười hai tuần", "Tổng cộng");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Đã tải so-lieu")))
                .isVisible();
    }

    @Test
    void anOfficerIsToldThatCockpitIsNotForHim() {
        Page page = CHROMIUM.signIn("tayninh.officer1");
        page.navigate(COCKPIT + "lienket/figures");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Bạn không có quyền thực hiện thao tác này.");
        assertThat(page.getByText("Về trang đầu")).isVisible();
        inspection.look(page, "figures, an officer");
        CHROMIUM.picture(page, "figures-officer");
        inspection.findsNothing();
    }

    @ParameterizedTest
    @CsvSource({"tayninh.manager1,", "tayninh.leader1, tayninh", "admin,"})
    void theFirstPageCountsTheWeeksAndTheWorkOfNow(String who, String part) {
        Page page = overview(who);

        page.getByText("Bảng số liệu của biểu đồ").click();
        LocalDate first = LocalDate.now(Deadlines.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(11);
        assertThat(table(page, ".lk-overview details tbody tr"))
                .isEqualTo(Stream.iterate(first, week -> week.plusWeeks(1))
                        .limit(12)
                        .map(week -> week(led(part), week))
                        .toList());
        assertThat(tile(page, "Việc đang mở")).hasText(count(part, task -> true));
        assertThat(tile(page, "Quá hạn")).hasText(late(part));
        assertThat(page.locator(".lk-tile").first())
                .containsText("trong %d hồ sơ"
                        .formatted(led(part).stream()
                                .filter(life -> life.closed() == null)
                                .count()));
        assertThat(tile(page, "Hồ sơ tạm dừng"))
                .hasText(String.valueOf(
                        led(part).stream().filter(CaseLife::paused).count()));
        inspection.look(page, "first page of the twelve weeks, " + who);
        CHROMIUM.picture(page, "weeks-" + who);
        tile(page, "Quá hạn").scrollIntoViewIfNeeded();
        CHROMIUM.picture(page, "overview-" + who);
        inspection.findsNothing();

        tile(page, "Quá hạn").locator("a").click();
        assertThat(page.locator("#lk-late-found"))
                .hasText(Pattern.compile("Việc 1 đến \\d+ trong %s việc\\.".formatted(late(part))));
    }

    @ParameterizedTest
    @CsvSource({"tayninh.manager1,", "tayninh.leader1, tayninh", "admin,"})
    void theListOfLateWorkNamesTheTasksOfARecount(String who, String part) {
        Page page = CHROMIUM.cockpitOf(who).page();
        page.navigate(COCKPIT + "lienket/late?state=late&channel=" + TwelveWeeks.CHANNEL);

        List<String> found = new ArrayList<>();
        Locator next = page.getByText("Trang sau");
        assertThat(page.locator("#lk-late-found")).containsText("trong %s việc".formatted(late(part)));
        inspection.look(page, "late work of the twelve weeks, " + who);
        CHROMIUM.picture(page, "late-" + who);
        inspection.findsNothing();
        for (int number = 1; ; number++) {
            assertThat(page.locator("#lk-late-found")).containsText("Việc %d đến".formatted(found.size() + 1));
            table(page, "table.lk-late tbody tr")
                    .forEach(row -> found.add(row.get(1).lines().findFirst().orElseThrow() + " "
                            + row.get(2).lines().findFirst().orElseThrow()));
            if (next.count() == 0) {
                break;
            }
            next.click();
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(history.lives().stream()
                        .filter(life -> !life.paused())
                        .flatMap(life -> work(life, part)
                                .filter(task -> task.due().isBefore(Instant.now()))
                                .map(task -> life.code() + " " + task.step().name()))
                        .toList());
    }

    private Page figures(String who) {
        Page page = CHROMIUM.cockpitOf(who).page();
        page.navigate(COCKPIT + "lienket/figures");
        page.locator("select[name=month]").selectOption(month.toString());
        page.getByLabel("Kênh hợp tác").selectOption(TwelveWeeks.CHANNEL);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Xem").setExact(true))
                .click();
        assertThat(page.locator(".lk-page caption")).containsText(month.format(DateTimeFormatter.ofPattern("MM/yyyy")));
        assertThat(page.locator(".lk-page [aria-busy]")).hasCount(0);
        return page;
    }

    private Page overview(String who) {
        Page page = CHROMIUM.cockpitOf(who).page();
        page.navigate("about:blank");
        page.navigate(COCKPIT + "dashboard");
        page.getByLabel("Kênh").selectOption(TwelveWeeks.CHANNEL);
        assertThat(page.locator(".lk-overview details")).hasCount(1);
        assertThat(page.locator(".lk-overview [aria-busy]")).hasCount(0);
        return page;
    }

    private static Locator tile(Page page, String name) {
        return page.locator(
                        ".lk-tile",
                        new Page.LocatorOptions()
                                .setHas(page.locator(
                                        "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))))
                .locator(".lk-tile-value");
    }

    /** Follows a number to its cases, or those to the next page. */
    private static void open(Page page, Locator link) {
        page.waitForResponse(response -> response.url().contains("/figures/cases"), link::click);
    }

    /** The codes of the cases that the page shows behind a number, page by page. */
    private static List<String> behind(Page page, int total) {
        Locator next = page.locator(".lk-month-cases a", new Page.LocatorOptions().setHasText("Trang sau"));
        Locator cases = page.locator(".lk-month-cases li > a");
        assertThat(page.locator(".lk-month-cases h2")).hasText(Pattern.compile(": %d hồ sơ$".formatted(total)));
        assertThat(page.locator(".lk-month-cases[aria-busy]")).hasCount(0);
        List<String> codes = new ArrayList<>(cases.allInnerTexts());
        while (next.count() > 0) {
            String last = codes.get(codes.size() - 1);
            open(page, next);
            assertThat(cases.filter(new Locator.FilterOptions().setHasText(last)))
                    .hasCount(0);
            assertThat(page.locator(".lk-month-cases h2")).isFocused();
            codes.addAll(cases.allInnerTexts());
        }
        return codes;
    }

    private static Download file(Page page, String button) {
        return Download.of(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> table(Page page, String rows) {
        return (List<List<String>>) page.locator(rows).evaluateAll(CELLS);
    }

    private List<CaseLife> led(String part) {
        return history.lives().stream()
                .filter(life -> part == null || life.organisation().equals(part))
                .toList();
    }

    private static Stream<Work> work(CaseLife life, String part) {
        return life.work().stream()
                .filter(Work::open)
                .filter(task -> part == null || task.step().organisation().equals(part));
    }

    private String count(String part, Predicate<Work> counted) {
        return String.valueOf(history.lives().stream()
                .flatMap(life -> work(life, part))
                .filter(counted)
                .count());
    }

    private String late(String part) {
        Instant now = Instant.now();
        return String.valueOf(history.lives().stream()
                .filter(life -> !life.paused())
                .flatMap(life -> work(life, part))
                .filter(task -> task.due().isBefore(now))
                .count());
    }

    private Map<List<String>, List<CaseLife>> groups(List<CaseLife> lives) {
        return lives.stream()
                .collect(Collectors.groupingBy(
                        life -> List.of(
                                parties.organisationName(life.organisation()),
                                "Kênh mười hai tuần",
                                kindName(life.kind()),
                                fieldName(life.field())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private List<List<String>> recounted(List<CaseLife> lives) {
        return groups(lives).entrySet().stream()
                .filter(group -> CaseLife.counted(group.getValue(), month).values().stream()
                        .anyMatch(codes -> !codes.isEmpty()))
                .map(group -> row(group.getValue(), group.getKey().stream()))
                .toList();
    }

    private List<String> row(List<CaseLife> lives, Stream<String> names) {
        Map<Measure, List<String>> counted = CaseLife.counted(lives, month);
        return Stream.of(
                        names,
                        COLUMNS.stream()
                                .map(measure ->
                                        String.valueOf(counted.get(measure).size())),
                        Stream.of(rate(counted)))
                .flatMap(part -> part)
                .toList();
    }

    /** In per cent with at most one decimal, as it is written in Vietnamese. */
    private static String rate(Map<Measure, List<String>> counted) {
        int inTime =
                counted.get(Measure.EARLY).size() + counted.get(Measure.ON_TIME).size();
        int all = inTime + counted.get(Measure.LATE).size();
        return all == 0
                ? "–"
                : "%.1f %%".formatted(100.0 * inTime / all).replace('.', ',').replace(",0 ", " ");
    }

    private static List<String> week(List<CaseLife> lives, LocalDate monday) {
        Predicate<Instant> within = moment -> moment != null
                && LocalDate.ofInstant(moment, Deadlines.ZONE)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .equals(monday);
        List<CaseLife> finished =
                lives.stream().filter(life -> within.test(life.closed())).toList();
        return List.of(
                DAY.format(monday),
                String.valueOf(lives.stream()
                        .filter(life -> within.test(life.opened()))
                        .count()),
                String.valueOf(finished.size()),
                String.valueOf(finished.stream()
                        .filter(life -> life.outcome() == Measure.LATE)
                        .count()));
    }

    private String kindName(String id) {
        return kinds.stream()
                .filter(kind -> kind.id().equals(id))
                .map(CaseKind::name)
                .findFirst()
                .orElseThrow();
    }

    private String fieldName(String code) {
        return code == null
                ? "Nhiều lĩnh vực hoặc không có"
                : fields.find(code).map(CooperationField::name).orElseThrow();
    }
}
