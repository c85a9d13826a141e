package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class DirectoryFileTest {

    @Test
    void readsEveryField() {
        DirectorySnapshot directory = read(DirectorySamples.TWO_ORGANISATIONS);

        assertThat(directory.organisations())
                .containsExactly(
                        new Organisation(
                                "alpha",
                                "Sở Alpha",
                                "Alpha",
                                "Ủy ban Alpha",
                                "SA",
                                "H01",
                                "vanthu@alpha.example",
                                "Tỉnh Alpha",
                                "GIÁM ĐỐC",
                                "civil-service",
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2030, 12, 31),
                                "beta"),
                        new Organisation(
                                "beta",
                                "Công ty Beta",
                                "Beta",
                                null,
                                "CTB",
                                "BETA",
                                "vanthu@beta.example",
                                "Tỉnh Beta",
                                "GIÁM ĐỐC",
                                "civil-service",
                                null,
                                null,
                                null));
        assertThat(directory.channels()).containsExactly(new Channel("both", "Hợp tác", List.of("beta", "alpha")));
        assertThat(directory.people())
                .containsExactly(
                        new Person(
                                "an",
                                "Chuyên gia 1",
                                "an@alpha.example",
                                "alpha",
                                Set.of(Role.OFFICER, Role.EXPERT),
                                Set.of("ioc", "mooc"),
                                List.of(
                                        new Absence(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 8), null),
                                        new Absence(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 5), "binh")),
                                true),
                        new Person(
                                "binh",
                                "Chuyên viên 1",
                                "binh@alpha.example",
                                "alpha",
                                Set.of(Role.OFFICER),
                                Set.of(),
                                List.of(),
                                true),
                        new Person(
                                "chi",
                                "Văn thư 1",
                                "chi@beta.example",
                                "beta",
                                Set.of(Role.CLERK),
                                Set.of(),
                                List.of(),
                                true));
    }

    /** Each row changes one line of the sample; the error must name the line it is in. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            id: alpha # org          | id: Alpha             | dòng 2: 'id' của tổ chức 'Alpha' là 'Alpha', phải là mã dạng [a-z][a-z0-9-]{0,49}
            id: beta # org           | id: alpha             | dòng 15: tổ chức 'alpha' đã có ở dòng 2
            id: beta # org           | id: alpha-officer     | dòng 15: tổ chức 'alpha-officer' trùng với mã của một nhóm
            name: Công ty Beta       | nickname: Beta        | dòng 16: tổ chức 'beta' có khoá lạ 'nickname'
            name: Công ty Beta       | name:                 | dòng 16: tổ chức 'beta' thiếu 'name'
            name: Công ty Beta       | name: [x]             | dòng 16: 'name' của tổ chức 'beta' phải là một giá trị đơn, không trống, không có thẻ
            name: Công ty Beta       | name: !secret x| dòng 16: 'name' của tổ chức 'beta' phải là một giá trị đơn, không trống, không có thẻ
            name: Công ty Beta       | name: "a\\nb"         | dòng 16: 'name' của tổ chức 'beta' có ký tự điều khiển hoặc ký tự ẩn
            shortName: Beta          | name: Beta            | dòng 17: tổ chức 'beta' có khoá 'name' hai lần
            abbreviation: CTB        | abbreviation: ''      | dòng 18: tổ chức 'beta' thiếu 'abbreviation'
            code: BETA               | code: h1              | dòng 19: 'code' của tổ chức 'beta' là 'h1', phải là mã dạng [A-Z0-9]{2,10}
            code: BETA               | code: H01             | dòng 19: tổ chức 'beta' dùng mã hồ sơ 'H01' của tổ chức 'alpha'
            email: vanthu@beta.example| email: beta.example  | dòng 20: 'email' của tổ chức 'beta' là 'beta.example', phải là một địa chỉ thư điện tử
            email: vanthu@beta.example| email: a..b@beta.example| dòng 20: 'email' của tổ chức 'beta' là 'a..b@beta.example', phải là một địa chỉ thư điện tử
            validFrom: 2020-01-01    | validFrom: 1/1/2020   | dòng 12: 'validFrom' của tổ chức 'alpha' là '1/1/2020', phải là một ngày dạng yyyy-MM-dd
            validTo: 2030-12-31      | validTo: 2019-12-31   | dòng 13: tổ chức 'alpha' có 'validTo' (2019-12-31) trước 'validFrom' (2020-01-01)
            successor: beta          | successor: gamma      | dòng 14: tổ chức 'alpha' được kế thừa bởi tổ chức 'gamma' không có trong danh mục
            successor: beta          | successor: alpha      | dòng 14: tổ chức 'alpha' tự kế thừa chính mình (alpha → alpha)
            parties: [beta, alpha]   | parties: [beta]       | dòng 27: kênh 'both' phải có ít nhất hai bên khác nhau
            parties: [beta, alpha]   | parties: beta         | dòng 27: 'parties' của kênh 'both' phải là một danh sách
            parties: [beta, alpha]   | parties: [beta, gamma]| dòng 27: kênh 'both' có một bên là tổ chức 'gamma' không có trong danh mục
            id: binh                 | id: an                | dòng 42: người 'an' đã có ở dòng 29
            id: chi                  | id: admin             | dòng 47: người 'admin' dùng mã dành riêng cho quản trị hệ thống
            id: chi                  | id: alpha-officer     | dòng 47: người 'alpha-officer' trùng với mã của một nhóm
            id: chi                  | id: chi@beta          | dòng 47: 'id' của người 'chi@beta' là 'chi@beta', phải là mã dạng [a-z][a-z0-9.-]{0,63}
            organisation: beta       | organisation: gamma   | dòng 50: người 'chi' thuộc tổ chức 'gamma' không có trong danh mục
            roles: [clerk]           | roles: [boss]         | dòng 51: người 'chi' có vai trò 'boss', phải là một trong officer, expert, legal, clerk, leader, manager
            roles: [clerk]           | roles: [~]            | dòng 51: 'roles' của người 'chi' phải là một giá trị đơn, không trống, không có thẻ
            roles: [clerk]           | roles: [clerk, clerk] | dòng 51: 'roles' của người 'chi' nêu 'clerk' hai lần
            roles: [clerk]           | roles: []             | dòng 51: người 'chi' thiếu 'roles'
            skills: [mooc, ioc]      | skills: [mooc, IOC]   | dòng 34: người 'an' có chuyên môn 'IOC', phải là mã dạng [a-z][a-z0-9-]*
            substitute: binh         | substitute: dung      | dòng 38: kỳ vắng mặt của người 'an' có người thay 'dung' không có trong danh mục
            substitute: binh         | substitute: chi       | dòng 38: kỳ vắng mặt của người 'an' có người thay 'chi' thuộc tổ chức khác
            substitute: binh         | substitute: an        | dòng 38: kỳ vắng mặt của người 'an' không thể do chính người đó thay
            to: 2027-01-08           | to: 2027-01-03        | dòng 40: kỳ vắng mặt của người 'an' có 'to' (2027-01-03) trước 'from' (2027-01-04)
            to: 2027-01-08           | to: 2027-03-01        | dòng 36: kỳ vắng mặt của người 'an' chồng lên kỳ ở dòng 39
            """)
    void namesTheLineOfAnError(String line, String replacement, String error) {
        String broken = DirectorySamples.TWO_ORGANISATIONS.replace(line, replacement);
        assertThat(broken).isNotEqualTo(DirectorySamples.TWO_ORGANISATIONS);

        assertThat(errors(broken)).contains(error);
    }

    @Test
    void tellsAllErrorsAtOnceInTheOrderOfTheFile() {
        String broken = DirectorySamples.TWO_ORGANISATIONS
                .replace("code: BETA", "code: b")
                .replace("roles: [clerk]", "roles: [boss]")
                .replace("successor: beta", "successor: gamma");

        InvalidDirectoryException invalid = invalid(broken);

        assertThat(invalid.errors())
                .extracting(error -> error.substring(0, error.indexOf(':')))
                .containsExactly("dòng 14", "dòng 19", "dòng 51");
        assertThat(invalid.getMessage()).contains("có 3 lỗi").contains(invalid.errors());
    }

    @Test
    void saysEachErrorOnce() {
        assertThat(errors(DirectorySamples.TWO_ORGANISATIONS.replace("id: chi", "id: \"chi\\u0000\"")))
                .containsExactly("dòng 47: 'id' của người 'chi\u0000' có ký tự điều khiển hoặc ký tự ẩn");
    }

    @Test
    void reportsACircleOfSuccessorsOnce() {
        String circle = DirectorySamples.TWO_ORGANISATIONS.replace("code: BETA", "code: BETA\n    successor: alpha");

        assertThat(errors(circle))
                .containsExactly("dòng 14: tổ chức 'alpha' tự kế thừa chính mình (alpha → beta → alpha)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment"})
    void refusesAnEmptyFile(String empty) {
        assertThat(errors(empty)).containsExactly("tệp trống");
    }

    @Test
    void wantsEverySection() {
        assertThat(errors("organisations: []\npeople:"))
                .containsExactly(
                        "dòng 1: danh mục thiếu 'organisations'",
                        "dòng 1: danh mục thiếu 'channels'",
                        "dòng 2: danh mục thiếu 'people'");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(errors("organisations:\n  - id: 'alpha\n"))
                .singleElement()
                .asString()
                .startsWith("dòng 3: không phải YAML");
        assertThat(errors("a: 1\n---\nb: 2\n")).singleElement().asString().startsWith("dòng 2: không phải YAML");
        assertThat(errors("just text")).contains("dòng 1: danh mục phải gồm các cặp 'khoá: giá trị'");
    }

    @Test
    void refusesTagsOfJavaClasses() {
        assertThat(errors("people:\n  - !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"))
                .singleElement()
                .asString()
                .startsWith("dòng 2: không phải YAML hợp lệ");
        assertThat(errors("!secret {}")).contains("dòng 1: danh mục phải gồm các cặp 'khoá: giá trị'");
    }

    @Test
    void limitsSizeNestingAndAliases() {
        assertThat(errors("#".repeat(1024 * 1024 + 1))).containsExactly("tệp lớn hơn 1024 KB");
        assertThat(errors("[".repeat(100) + "]".repeat(100)))
                .singleElement()
                .asString()
                .contains("không phải YAML");
        String aliases = IntStream.range(0, 60).mapToObj(i -> "*many").collect(Collectors.joining(", "));
        assertThat(errors("organisations: &many [a]\npeople: [" + aliases + "]"))
                .singleElement()
                .asString()
                .contains("không phải YAML");
    }

    @Test
    void refusesAnotherEncodingAndAMissingFile() {
        byte[] latin1 = "name: Sở".getBytes(StandardCharsets.UTF_16);
        DirectoryFile wrongEncoding = new DirectoryFile(new ByteArrayResource(latin1));
        DirectoryFile missing = new DirectoryFile(new FileSystemResource("no/such/directory.yaml"));

        assertThat(catchThrowableOfType(InvalidDirectoryException.class, wrongEncoding::read)
                        .errors())
                .containsExactly("tệp không phải UTF-8");
        assertThat(catchThrowableOfType(InvalidDirectoryException.class, missing::read)
                        .errors())
                .singleElement()
                .asString()
                .startsWith("không đọc được tệp");
    }

    @Test
    void demoDirectoryHasTwoPeoplePerRoleAndOrganisation() {
        DirectorySnapshot demo = new DirectoryFile(new ClassPathResource("demo/directory.yaml")).read();

        assertThat(demo.organisations()).extracting(Organisation::id).containsExactly("binhduong", "tayninh", "qtsc");
        assertThat(demo.channels())
                .extracting(Channel::parties)
                .containsExactly(List.of("binhduong", "tayninh"), List.of("binhduong", "qtsc"));
        Set<String> expected = demo.organisations().stream()
                .flatMap(organisation -> Arrays.stream(Role.values())
                        .flatMap(role -> IntStream.rangeClosed(1, 2)
                                .mapToObj(number -> organisation.id() + "." + role.id() + number)))
                .collect(Collectors.toSet());
        assertThat(demo.people()).extracting(Person::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(demo.people()).allSatisfy(person -> {
            assertThat(person.id()).startsWith(person.organisation() + ".");
            assertThat(person.email()).isEqualTo(person.id() + "@" + person.organisation() + ".example");
            assertThat(person.roles()).singleElement().satisfies(role -> {
                assertThat(person.id()).contains("." + role.id());
                assertThat(person.name()).startsWith(role.label());
                assertThat(person.skills().isEmpty()).isEqualTo(role != Role.EXPERT);
            });
        });
    }

    @Test
    void exampleForProductionIsValid() {
        DirectorySnapshot example = new DirectoryFile(new FileSystemResource("docker/directory.example.yaml")).read();

        assertThat(example.people()).isNotEmpty();
    }

    private static DirectorySnapshot read(String yaml) {
        return DirectorySamples.read(yaml);
    }

    private static InvalidDirectoryException invalid(String yaml) {
        return catchThrowableOfType(InvalidDirectoryException.class, () -> read(yaml));
    }

    private static List<String> errors(String yaml) {
        return invalid(yaml).errors();
    }
}
