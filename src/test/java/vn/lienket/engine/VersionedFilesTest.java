package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Test
    void whatTheProductReplacesWhatNamesNoVersionAndWhatIsNotThereIsNotKept() {
        Session session = cooperation.session("binhduong.officer1");

        for (String file : List.of(
                "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
                "/camunda/app/tasklist/scripts/config.js?bust=7.24.0",
                "/camunda/app/tasklist/lienket/dom.js",
                "/camunda/lib/deps.js",
                "/camunda/lib/deps.js?bust=1.0",
                "/camunda/app/nothing/camunda-nothing-bootstrap.js?bust=7.24.0",
                "/camunda/api/admin/auth/user/default?bust=7.24.0")) {
            assertThat(cacheControl(session.get(file))).as(file).doesNotContain("immutable");
        }
    }

    private static String cacheControl(Answer answer) {
        return answer.response().headers().firstValue("Cache-Control").orElse("");
    }
}
