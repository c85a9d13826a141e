package vn.lienket.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Role;
import vn.lienket.yaml.InvalidFileException;

/** What ships for every field, how a template is read, and how errors are told. */
@SpringJUnitConfig({CooperationFields.class, FieldTemplates.class})
class FieldTemplatesTest {

    private static final String SAMPLE = """
            - field: ioc
              workItems:
                - { title: Một, organisation: lead, role: officer, dueInWorkingDays: 5 }
                - { title: Hai, organisation: partner, role: expert, dueInWorkingDays: 10 }
                - { title: Ba, organisation: tayninh, role: leader, dueInWorkingDays: 60 }
              indicators:
                - name: Hạng
                  unit: hạng
                  kind: rank
                  direction: less
                  target: 15
                  baseline:
                    value: 19
                    asOf: 2022-12-31
                    source: Báo cáo
                    doubt: làm tròn
                - { name: Tỷ lệ, unit: "%", kind: percent, direction: more, target: 99.5 }
            - field: mooc
              workItems:
                - { title: Một, organisation: lead, role: legal, dueInWorkingDays: 5 }
                - { title: Hai, organisation: partner, role: clerk, dueInWorkingDays: 10 }
                - { title: Ba, organisation: qtsc, role: officer, dueInWorkingDays: 60 }
              indicators:
                - { name: Số, unit: người, kind: count, direction: more, target: 20, baseline: { value: 19, asOf: 2023-10-06, source: Báo } }
            """;

    @Autowired
    FieldTemplates templates;

    @Autowired
    CooperationFields fields;

    @Test
    void everyFieldHasATemplateInTheOrderOfTheCatalogue() {
        assertThat(templates.all())
                .hasSize(18)
                .extracting(FieldTemplate::field)
                .containsExactlyElementsOf(
                        fields.all().stream().map(CooperationField::code).toList());
        assertThat(templates.all()).allSatisfy(template -> {
            assertThat(template.workItems()).hasSizeBetween(3, 6);
            assertThat(template.indicators()).hasSizeBetween(1, 3);
            assertThat(templates.of(template.field())).isSameAs(template);
        });
    }

    @Test
    void refusesAFieldThatIsUnknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> templates.of("IOC"));
        assertThatIllegalArgumentException().isThrownBy(() -> templates.of(null));
    }

    @Test
    void workIsGivenToBothSidesForFiveToSixtyDays() {
        assertThat(templates.all()).allSatisfy(template -> {
            assertThat(template.workItems())
                    .extracting(TemplateItem::dueInWorkingDays)
                    .allMatch(days -> days >= 5 && days <= 60);
            assertThat(template.workItems())
                    .extracting(TemplateItem::organisation)
                    .satisfies(organisations ->
                            assertThat(organisations.stream().distinct()).hasSizeGreaterThan(1));
            assertThat(template.workItems())
                    .extracting(TemplateItem::role)
                    .doesNotContain(Role.MANAGER)
                    .satisfies(roles -> assertThat(roles.stream().distinct()).hasSizeGreaterThan(1));
        });
    }

    /** A party of one channel only cannot be asked for work in another one. */
    @Test
    void whoIsNamedTakesPartInEveryChannelOfTheField() {
        assertThat(templates.all())
                .allSatisfy(template -> assertThat(template.workItems())
                        .extracting(TemplateItem::organisation)
                        .filteredOn(organisation -> !List.of(TemplateItem.LEAD, TemplateItem.PARTNER)
                                .contains(organisation))
                        .allMatch(organisation -> takesPart(organisation, template.field())));
    }

    @Test
    void theParkSuppliesThePapersPromisedForItParks() {
        assertThat(templates.of("it-park-operations").workItems())
                .extracting(TemplateItem::title, TemplateItem::organisation, TemplateItem::role)
                .contains(
                        tuple(
                                "Cung cấp tài liệu hướng dẫn triển khai xây dựng khu công nghệ thông tin tập trung",
                                "qtsc",
                                Role.EXPERT),
                        tuple("Cung cấp mẫu quy chế, quy định quản trị và vận hành khu", "qtsc", Role.OFFICER),
                        tuple(
                                "Cung cấp bộ chỉ tiêu đánh giá hoạt động của khu công nghệ thông tin tập trung",
                                "qtsc",
                                Role.EXPERT));
    }

    @Test
    void theRankIsToFall() {
        assertThat(templates.of("indices-data").indicators())
                .first()
                .isEqualTo(new TemplateIndicator(
                        "Xếp hạng chỉ số chuyển đổi số (DTI) cấp tỉnh của Bình Dương",
                        "hạng",
                        IndicatorKind.RANK,
                        Direction.LESS,
                        new BigDecimal("15"),
                        new Baseline(
                                new BigDecimal("19"),
                                LocalDate.of(2022, 12, 31),
                                "Báo cáo lễ ký kết ngày 06/10/2023: năm 2022, tăng 3 bậc so với năm 2021",
                                null)));
    }

    @Test
    void theDoubtStaysWithTheNumberOfProcedures() {
        TemplateIndicator procedures =
                templates.of("citizen-business-apps").indicators().get(0);

        assertThat(procedures.target()).isLessThanOrEqualTo(new BigDecimal("1886"));
        assertThat(procedures.baseline().value()).isEqualTo("1352");
        assertThat(procedures.baseline().doubt())
                .isEqualTo("báo in “1.3521 trên tổng số 1.886”: số đầu thừa một chữ số, hiểu là 1.352");
    }

    /** The figures of the report of the signing, and whether it rounded or misprinted them. */
    @ParameterizedTest
    @CsvSource({
        "indices-data, 19, false",
        "citizen-business-apps, 1352, true",
        "socio-economic-software, 100, false",
        "socio-economic-software, 801, false",
        "socio-economic-software, 4193, false",
        "technology-transfer, 16103, false",
        "sme-digital-transformation, 45000, true",
        "sme-digital-transformation, 65000, true",
        "high-tech-solutions, 13000, true",
        "community-digital-teams, 1200000, true",
        "community-digital-teams, 80, true"
    })
    void everyFigureOfTheReportHasItsPlace(String field, BigDecimal value, boolean doubtful) {
        assertThat(templates.of(field).indicators())
                .extracting(TemplateIndicator::baseline)
                .filteredOn(baseline -> baseline != null && baseline.value().equals(value))
                .singleElement()
                .satisfies(baseline -> {
                    assertThat(baseline.source()).startsWith("Báo cáo lễ ký kết ngày 06/10/2023");
                    assertThat(baseline.doubt() != null).isEqualTo(doubtful);
                });
    }

    @Test
    void noOtherFigureIsClaimedToBeOfTheReport() {
        assertThat(templates.all().stream()
                        .flatMap(template -> template.indicators().stream())
                        .map(TemplateIndicator::baseline)
                        .filter(Objects::nonNull))
                .hasSize(11);
    }

    @Test
    void percentagesSaySoInTheirUnit() {
        assertThat(templates.all().stream().flatMap(template -> template.indicators().stream()))
                .allSatisfy(indicator ->
                        assertThat(indicator.unit().equals("%")).isEqualTo(indicator.kind() == IndicatorKind.PERCENT));
    }

    @Test
    void readsEveryValue() {
        FieldTemplate template = read(SAMPLE).get(0);

        assertThat(template.field()).isEqualTo("ioc");
        assertThat(template.workItems())
                .containsExactly(
                        new TemplateItem("Một", "lead", Role.OFFICER, 5),
                        new TemplateItem("Hai", "partner", Role.EXPERT, 10),
                        new TemplateItem("Ba", "tayninh", Role.LEADER, 60));
        assertThat(template.indicators())
                .containsExactly(
                        new TemplateIndicator(
                                "Hạng",
                                "hạng",
                                IndicatorKind.RANK,
                                Direction.LESS,
                                new BigDecimal("15"),
                                new Baseline(new BigDecimal("19"), LocalDate.of(2022, 12, 31), "Báo cáo", "làm tròn")),
                        new TemplateIndicator(
                                "Tỷ lệ", "%", IndicatorKind.PERCENT, Direction.MORE, new BigDecimal("99.5"), null));
    }

    /** Each row changes the first place of the sample that it names; the error must name the line it is in. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            field: mooc           | field: mocc            | dòng 18: không có lĩnh vực 'mocc'
            field: mooc           | field: mocc            | dòng 1: thiếu lĩnh vực 'mooc'
            field: mooc           | field: ioc             | dòng 18: lĩnh vực 'ioc' đã có ở dòng 1
            field: mooc           | field: ''              | dòng 18: lĩnh vực thiếu 'field'
            field: mooc           | fields: mooc           | dòng 18: lĩnh vực có khoá lạ 'fields'
            title: Hai            | titel: Hai             | dòng 4: công việc có khoá lạ 'titel'
            title: Hai            | title: ' '             | dòng 4: công việc thiếu 'title'
            title: Hai            | title: Một             | dòng 4: công việc 'Một' đã có ở dòng 3
            organisation: partner | organisation: partnr   | dòng 4: 'organisation' của công việc là 'partnr', phải là một trong: lead, partner, binhduong, tayninh, qtsc
            organisation: partner | organisation:          | dòng 4: công việc thiếu 'organisation'
            role: expert          | role: manager          | dòng 4: 'role' của công việc là 'manager', phải là một trong: officer, expert, legal, clerk, leader
            role: expert          | role: Expert           | dòng 4: 'role' của công việc là 'Expert', phải là một trong: officer, expert, legal, clerk, leader
            dueInWorkingDays: 10  | dueInWorkingDays: 0    | dòng 4: 'dueInWorkingDays' của công việc là '0', phải là một số nguyên từ 1 đến 260
            dueInWorkingDays: 10  | dueInWorkingDays: 261  | dòng 4: 'dueInWorkingDays' của công việc là '261', phải là một số nguyên từ 1 đến 260
            dueInWorkingDays: 10  | dueInWorkingDays: 2.5  | dòng 4: 'dueInWorkingDays' của công việc là '2.5', phải là một số nguyên từ 1 đến 260
            name: Tỷ lệ           | name: Hạng             | dòng 17: chỉ tiêu 'Hạng' đã có ở dòng 7
            name: Tỷ lệ           | name: ''               | dòng 17: chỉ tiêu thiếu 'name'
            unit: hạng            | unit:                  | dòng 8: chỉ tiêu thiếu 'unit'
            kind: rank            | kind: ranking          | dòng 9: 'kind' của chỉ tiêu là 'ranking', phải là một trong: percent, count, rank, measure
            direction: less       | direction: down        | dòng 10: 'direction' của chỉ tiêu là 'down', phải là một trong: more, less
            direction: less       | direction: more        | dòng 10: thứ hạng phải có 'direction' là less
            target: 15            | target: 20             | dòng 11: 'target' của chỉ tiêu là 20, kém hơn giá trị ban đầu (19)
            target: 20            | target: 18             | dòng 24: 'target' của chỉ tiêu là 18, kém hơn giá trị ban đầu (19)
            target: 15            | target: 0              | dòng 11: 'target' của chỉ tiêu là 0, phải là số nguyên từ 1 trở lên
            target: 15            | target: 1.5            | dòng 11: 'target' của chỉ tiêu là 1.5, phải là số nguyên từ 1 trở lên
            target: 99.5          | target: 100.5          | dòng 17: 'target' của chỉ tiêu là 100.5, phải từ 0 đến 100, nhiều nhất hai chữ số thập phân
            target: 99.5          | target: 99.555         | dòng 17: 'target' của chỉ tiêu là 99.555, phải từ 0 đến 100, nhiều nhất hai chữ số thập phân
            target: 20            | target: -1             | dòng 24: 'target' của chỉ tiêu là -1, phải là số nguyên không âm
            target: 20            | target: nhiều          | dòng 24: 'target' của chỉ tiêu là 'nhiều', phải là một số
            target: 15            | target:                | dòng 11: chỉ tiêu thiếu 'target'
            value: 19             | value: 19.5            | dòng 13: 'value' của giá trị ban đầu là 19.5, phải là số nguyên từ 1 trở lên
            value: 19             | value:                 | dòng 13: giá trị ban đầu thiếu 'value'
            asOf: 2022-12-31      | asOf: 2022-02-30       | dòng 14: 'asOf' của giá trị ban đầu là '2022-02-30', phải là một ngày dạng yyyy-MM-dd
            asOf: 2022-12-31      | asOf: 31/12/2022       | dòng 14: 'asOf' của giá trị ban đầu là '31/12/2022', phải là một ngày dạng yyyy-MM-dd
            asOf: 2022-12-31      | asOf:                  | dòng 14: giá trị ban đầu thiếu 'asOf'
            source: Báo cáo       | source: ''             | dòng 15: giá trị ban đầu thiếu 'source'
            doubt: làm tròn       | doubts: làm tròn       | dòng 16: giá trị ban đầu có khoá lạ 'doubts'
            """)
    void tellsEachErrorWithItsLine(String right, String wrong, String error) {
        assertThat(SAMPLE).contains(right);
        assertThat(errors(SAMPLE.replaceFirst(right, wrong))).contains(error);
    }

    @Test
    void theNumberOfEntriesIsBounded() {
        String item = "    - { title: %s, organisation: lead, role: officer, dueInWorkingDays: 5 }\n";
        String indicator = "    - { name: %s, unit: a, kind: count, direction: more, target: 1 }\n";

        assertThat(errors(without("title: Hai")))
                .containsExactly(
                        "dòng 3: 'workItems' của lĩnh vực có 2 mục, phải có từ 3 đến 6",
                        "dòng 19: 'workItems' của lĩnh vực có 2 mục, phải có từ 3 đến 6");
        assertThat(errors(SAMPLE.replaceFirst(
                        "  indicators:\n",
                        item.formatted("a") + item.formatted("b") + item.formatted("c") + item.formatted("d")
                                + "  indicators:\n")))
                .containsExactly("dòng 3: 'workItems' của lĩnh vực có 7 mục, phải có từ 3 đến 6");
        assertThat(errors(SAMPLE + indicator.formatted("a") + indicator.formatted("b") + indicator.formatted("c")))
                .containsExactly("dòng 24: 'indicators' của lĩnh vực có 4 mục, phải có từ 1 đến 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " []", " ~"})
    void workAndIndicatorsMustBeThere(String nothing) {
        assertThat(errors(SAMPLE.substring(0, SAMPLE.indexOf("- field: mooc"))
                        + "- field: mooc\n  workItems:%s\n  indicators:%s\n".formatted(nothing, nothing)))
                .containsExactly("dòng 19: lĩnh vực thiếu 'workItems'", "dòng 20: lĩnh vực thiếu 'indicators'");
    }

    @Test
    void aBaselineIsAnEntryOfItsOwn() {
        assertThat(errors(SAMPLE.replaceFirst("\\{ value: 19.*} }", "19 }")))
                .containsExactly(
                        "dòng 24: giá trị ban đầu phải gồm các cặp 'khoá: giá trị'",
                        "dòng 24: giá trị ban đầu thiếu 'value'",
                        "dòng 24: giá trị ban đầu thiếu 'asOf'",
                        "dòng 24: giá trị ban đầu thiếu 'source'");
    }

    @Test
    void tellsEveryErrorAtOnceInTheOrderOfTheFile() {
        assertThat(errors(SAMPLE.replace("title: Một", "title: ''").replace("unit: hạng", "unit: ''")))
                .containsExactly(
                        "dòng 3: công việc thiếu 'title'",
                        "dòng 8: chỉ tiêu thiếu 'unit'",
                        "dòng 20: công việc thiếu 'title'");
    }

    private boolean takesPart(String organisation, String field) {
        List<String> channels = fields.find(field).orElseThrow().channels();
        return !channels.isEmpty()
                && channels.stream()
                        .allMatch(channel -> Arrays.asList(channel.split("-")).contains(organisation));
    }

    private static String without(String line) {
        return SAMPLE.lines().filter(each -> !each.contains(line)).reduce("", (file, each) -> file + each + "\n");
    }

    private static List<String> errors(String yaml) {
        InvalidFileException invalid = catchThrowableOfType(InvalidFileException.class, () -> read(yaml));
        assertThat(invalid).hasMessageStartingWith("Danh mục công việc, chỉ tiêu mẫu (");
        return invalid.errors();
    }

    private static List<FieldTemplate> read(String yaml) {
        return TemplateReader.read(new ByteArrayResource(yaml.getBytes(UTF_8)), List.of("ioc", "mooc"));
    }
}
