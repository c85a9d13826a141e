package vn.lienket.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.party.Role;
import vn.lienket.support.Answer;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** The help keeps up with the roles, the models and the shortcuts, and its pictures are there. */
@IntegrationTest
class HelpTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path MODELS = Path.of("bpmn");
    private static final Path STATIC = Path.of("src/main/resources/META-INF/resources/webjars");
    private static final Path PICTURES = STATIC.resolve("lienket/help");
    private static final Path SETTINGS = STATIC.resolve("camunda/app/tasklist/scripts/config.js");
    private static final int LARGEST_PICTURE = 90_000;
    private static final int PHONE = 390;

    private static final Pattern GROUP = Pattern.compile("\\$\\{\\w+}-(\\w+)");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\" alt=\"([^\"]+)\">");
    private static final Pattern PLACE = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern SHORTCUT = Pattern.compile("key: '([^']+)',\\s+description: '([^']+)'");

    @Autowired
    Cooperation cooperation;

    static List<Reader> readers() {
        return Reader.all();
    }

    static Stream<Role> workers() {
        return Arrays.stream(Role.values()).filter(Role::doesWork);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void thereIsAPageForEveryReaderAlsoBeforeTheSignIn(Reader reader) {
        String page = page(reader.id());

        assertThat(page)
                .contains("<h1>Trợ giúp: %s</h1>".formatted(reader.name()))
                .contains("<a href=\"/\">Đăng nhập</a>")
                .doesNotContain("<script")
                .doesNotContainPattern("[\\s<]th:");
        Set<String> ids = new HashSet<>(found(ID, page));
        assertThat(found(ID, page)).doesNotHaveDuplicates();
        assertThat(found(PLACE, page)).hasSizeGreaterThan(5).isSubsetOf(ids);
        assertThat(page.split("<h2 id=")).hasSize(found(PLACE, page).size() + 1);
    }

    @Test
    void everyPictureIsThereAndEveryFileIsShown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Reader reader : Reader.all()) {
            String page = page(reader.id());
            shown.addAll(found(PICTURE, page));
            assertThat(page.split("<img ")).hasSize(found(PICTURE, page).size() + 1);
            assertThat(page.split("<figcaption>\\S")).hasSize(page.split("<figure").length);
        }

        for (String address : shown) {
            Answer picture = cooperation.anonymous().get(address).expect(HttpStatus.OK);
            assertThat(picture.header("Content-Type")).startsWith("image/png");
            assertThat(picture.bytes()).as(address).hasSizeLessThan(LARGEST_PICTURE);
        }
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> "/webjars/lienket/help/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void itFitsAPhone(Reader reader) {
        Page page = CHROMIUM.open("/help/" + reader.id());
        page.setViewportSize(PHONE, 844);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        assertThat(page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void everyTaskOfARoleIsOnItsPage(Role role) throws IOException {
        Set<String> tasks = tasks(role);

        assertThat(tasks).isNotEmpty();
        assertThat(found(Pattern.compile("<h3>([^<]+)</h3>"), page(role.id()))).containsAll(tasks);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void theShortcutsAreThoseOfTasklist(Role role) throws IOException {
        String page = page(role.id());
        Matcher shortcut = SHORTCUT.matcher(Files.readString(SETTINGS));
        int shortcuts = 0;

        for (; shortcut.find(); shortcuts++) {
            String keys = Arrays.stream(shortcut.group(1).split("\\+"))
                    .map(key -> key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1))
                    .collect(Collectors.joining(" + "));
            assertThat(page).contains("<dt><kbd>%s</kbd></dt><dd>%s</dd>".formatted(keys, shortcut.group(2)));
        }
        assertThat(shortcuts).isPositive();
    }

    @Test
    void whoIsSignedInFindsHisPageFirst() {
        String page = cooperation
                .as("tayninh.legal1")
                .open("/help")
                .expect(HttpStatus.OK)
                .body();

        assertThat(page).contains("Trang của bạn", "<a href=\"/cases\">Hồ sơ</a>");
        assertThat(found(Pattern.compile("<h3><a href=\"/help/(\\w+)\""), page))
                .startsWith(Role.LEGAL.id())
                .containsExactlyInAnyOrderElementsOf(
                        Reader.all().stream().map(Reader::id).toList());
        assertThat(cooperation.as("admin").open("/help").body())
                .containsPattern("Trang của bạn[^/]+/h2>\\s+<h3><a href=\"/help/administrator\"");
        assertThat(cooperation.anonymous().open("/help/").body())
                .contains("Bạn là ai?")
                .doesNotContain("Trang của bạn");
    }

    @Test
    void thereIsNoPageForAnUnknownRole() {
        Answer answer = cooperation.anonymous().open("/help/minister");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Không tìm thấy", "Về trang đầu");
    }

    private String page(String reader) {
        return cooperation
                .anonymous()
                .open("/help/" + reader)
                .expect(HttpStatus.OK)
                .body();
    }

    /** The names of the tasks that a role gets in the models; whoever does work may get a part of an activity. */
    private static Set<String> tasks(Role role) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MODELS)) {
            for (Path model :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                for (UserTask task : Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class)) {
                    Matcher group = GROUP.matcher(task.getCamundaCandidateGroups());
                    if (!group.matches() || group.group(1).equals(role.id())) {
                        names.add(task.getName());
                    }
                }
            }
        }
        return names;
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
