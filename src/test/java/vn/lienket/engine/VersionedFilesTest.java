package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

@IntegrationTest
class VersionedFilesTest {

    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final Pattern VERSIONED = Pattern.compile("(?:src|href)=\"([^\"]*(?:/lib/|-bootstrap)[^\"]*)\"");

    @Autowired
    Cooperation cooperation;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theStockFilesOfAPageAreKeptForEverAndThePageIsNot(String application) {
        Session session = cooperation.session("admin");
        Answer page = session.open("/camunda/app/%s/default/".formatted(application));
        assertThat(cacheControl(page)).doesNotContain("immutable");

        List<String> files = VERSIONED
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> {
            assertThat(file).contains("?bust=");
            assertThat(cacheControl(session.get(file).expect(HttpStatus.OK))).isEqualTo(FOR_EVER);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void whatOfAPageIsOursIsKeptAsLongAsNothingOfOursChanges(String application) {
        Session session = cooperation.session("admin");
        String page =
                session.open("/camunda/app/%s/default/".formatted(application)).body();
        String folder = "/camunda/app/%s/".formatted(application);
        String configuration = session.get(folder + "scripts/config.js?bust=1")
                .expect(HttpStatus.OK)
                .body();
        String version = found("lienket-(\\w+)/shell'", configuration);

        assertThat(page)
                .contains("\"%sstyles/user-styles.css?v=%s\"".formatted(folder, version))
                .contains("<html lang=\"vi\" ")
                .doesNotContain("Camunda Tasklist</title>", "favicon");
        for (String file : List.of("styles/user-styles.css", "locales/vi.json")) {
            assertThat(cacheControl(session.get(folder + file + "?v=" + version).expect(HttpStatus.OK)))
                    .isEqualTo(FOR_EVER);
            assertThat(cacheControl(session.get(folder + file + "?v=other").expect(HttpStatus.OK)))
                    .isEqualTo("no-cache");
        }
        assertThat(cacheControl(
                        session.get(folder + "locales/en.json?bust=7.24.0").expect(HttpStatus.OK)))
                .isEqualTo(FOR_EVER);
    }

    @Test
    void everyScriptOfOursIsKeptInTheFolderOfItsVersionAndFoundInOthers() throws IOException {
        Session session = cooperation.session("binhduong.officer1");
        String version = found(
                "'lienket-(\\w+)/forms'",
                session.get("/camunda/app/tasklist/scripts/config.js").body());
        Resource[] scripts = resources("app/tasklist/lienket/*.js");

        assertThat(scripts).hasSizeGreaterThan(30).allSatisfy(script -> {
            String folder = "/camunda/app/tasklist/lienket%s/" + script.getFilename();
            Answer kept = session.get(folder.formatted("-" + version)).expect(HttpStatus.OK);
            assertThat(cacheControl(kept)).isEqualTo(FOR_EVER);
            assertThat(kept.body()).isEqualTo(script.getContentAsString(StandardCharsets.UTF_8));
            assertThat(kept.header("Content-Type")).startsWith("text/javascript");

            for (String other : List.of("", "-0123456789ab")) {
                Answer today = session.get(folder.formatted(other)).expect(HttpStatus.OK);
                assertThat(cacheControl(today)).isEqualTo("no-cache");
                assertThat(today.body()).isEqualTo(kept.body());
            }
        });
    }

    @Test
    void whatEveryPageLoadsBesideItsOwnFilesIsKept() {
        Session session = cooperation.session("admin");

        for (String file : List.of(
                "/camunda/lib/globalize.js",
                "/camunda/lib/ngDefine.js",
                "/camunda/assets/glyphicons-halflings-regular.woff2",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
                "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.css")) {
            assertThat(cacheControl(session.get(file + "?bust=7.24.0").expect(HttpStatus.OK)))
                    .as(file)
                    .isEqualTo(FOR_EVER);
        }
    }

    /** Under Camunda's version our file would outlive an upgrade of ours. */
    @Test
    void nothingThatTheProductAddsOrReplacesHasAnAddressOfTheStock() throws IOException {
        Path folder = Path.of("src/main/resources/META-INF/resources/webjars/camunda");
        List<String> ours;
        try (Stream<Path> files = Files.walk(folder)) {
            ours = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }

        assertThat(ours)
                .contains("app/tasklist/scripts/config.js")
                .noneMatch(
                        file -> VersionedFiles.STOCK.matcher("/camunda/" + file).matches());
    }

    @Test
    void theLargestFileIsSentAsBrotliToWhoeverTakesIt() {
        Session session = cooperation.session("admin");
        String file = "/camunda/lib/deps.js?bust=7.24.0";
        Answer brotli = session.get(file, "Accept-Encoding", "gzip, br").expect(HttpStatus.OK);
        Answer gzip = session.get(file, "Accept-Encoding", "gzip").expect(HttpStatus.OK);

        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(brotli.header("Content-Type")).startsWith("text/javascript");
        assertThat(String.join(",", brotli.response().headers().allValues("Vary")))
                .containsIgnoringCase("accept-encoding");
        assertThat(cacheControl(brotli)).isEqualTo(FOR_EVER);
        assertThat(brotli.bytes()).hasSizeLessThan(gzip.bytes().length * 3 / 4);
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void whatTheProductReplacesWhatNamesNoVersionAndWhatIsNotThereIsNotKept() {
        Session session = cooperation.session("binhduong.officer1");

        for (String file : List.of(
                "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
                "/camunda/app/tasklist/scripts/config.js?bust=7.24.0",
                "/camunda/app/tasklist/locales/vi.json?bust=7.24.0",
                "/camunda/app/tasklist/lienket/dom.js",
                "/camunda/app/tasklist/lienket/dom.js?bust=7.24.0",
                "/camunda/app/tasklist/lienket-%s/nothing.js".formatted(WebappVersion.CURRENT),
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/api/tasklist/plugin/nothing/static/app/plugin.js?bust=7.24.0",
                "/camunda/assets/nothing.woff?bust=7.24.0",
                "/camunda/lib/deps.js",
                "/camunda/lib/deps.js?bust=1.0",
                "/camunda/app/nothing/camunda-nothing-bootstrap.js?bust=7.24.0",
                "/camunda/api/admin/auth/user/default?bust=7.24.0")) {
            assertThat(cacheControl(session.get(file))).as(file).doesNotContain("immutable");
        }
    }

    private static String found(String pattern, String text) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(text).isTrue();
        return match.group(1);
    }

    private static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/camunda/" + pattern);
    }

    private static String cacheControl(Answer answer) {
        return answer.response().headers().firstValue("Cache-Control").orElse("");
    }
}
