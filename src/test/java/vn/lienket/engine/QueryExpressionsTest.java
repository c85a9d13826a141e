package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** Expressions in queries are not evaluated, wherever they hide (CVE-2026-109432): this one would leave a system property behind. */
@IntegrationTest
class QueryExpressionsTest {

    private static final String TRACE = "lienket.trace-of-an-expression";
    private static final String EXPRESSION =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + TRACE + "', 'evaluated')}";

    private static final List<String> TEXTS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "involvedUserExpression",
            "candidateGroupExpression",
            "candidateUserExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression");
    private static final List<String> DATES =
            List.of("dueBeforeExpression", "dueAfterExpression", "followUpDateExpression", "createdOnExpression");

    @Autowired
    Cooperation cooperation;

    @AfterEach
    void leavesNoTrace() {
        assertThat(System.getProperty(TRACE)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void inAQuery(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);

        for (String field : fields()) {
            assertRefused(officer.post("/task", Map.of(field, EXPRESSION)), field);
            assertRefused(officer.post("/task/count", Map.of(field, EXPRESSION)), field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inAnOrOfAQuery(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);

        for (String field : fields()) {
            Map<String, Object> query = Map.of("orQueries", List.of(Map.of(field, EXPRESSION, "name", "x")));
            assertRefused(officer.post("/task", query), field);
            assertRefused(officer.post("/task/count", query), field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inWhatExtendsAFilter(Door door) {
        EngineApi officer = door.as("binhduong.officer1", cooperation);
        String filter = officer.get("/filter?resourceType=Task")
                .expect(HttpStatus.OK)
                .json()
                .get(0)
                .path("id")
                .asText();

        for (String field : fields()) {
            for (Map<String, Object> query : List.of(
                    Map.<String, Object>of(field, EXPRESSION),
                    Map.<String, Object>of("orQueries", List.of(Map.of(field, EXPRESSION, "name", "x"))))) {
                assertRefused(officer.post("/filter/" + filter + "/list", query), field);
                assertRefused(officer.post("/filter/" + filter + "/count", query), field);
            }
        }
    }

    @Test
    void brokenOnesAreTheCallersFault() {
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/engine-rest/task",
                        Map.of("orQueries", List.of(Map.of("assigneeExpression", "#{currentUser()}${1+1}"))))
                .expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void inAFilterWhichOnlyAnAdministratorCouldSave() {
        Actor admin = cooperation.as("admin");
        for (Map<String, Object> query : List.of(
                Map.<String, Object>of("assigneeExpression", EXPRESSION),
                Map.<String, Object>of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))))) {
            Map<String, Object> filter = Map.of("name", "Bẫy", "resourceType", "Task", "query", query);
            cooperation
                    .as("binhduong.officer1")
                    .post("/engine-rest/filter/create", filter)
                    .expectRefusal(HttpStatus.FORBIDDEN);
            Answer saved = admin.post("/engine-rest/filter/create", filter);
            if (saved.status() == 200) {
                String path = "/engine-rest/filter/" + saved.text("id");
                try {
                    assertRefused(admin.get(path + "/list"), "saved filter");
                    assertRefused(admin.get(path + "/count"), "saved filter");
                    assertRefused(admin.get(path + "/singleResult"), "saved filter");
                } finally {
                    admin.delete(path).expect(HttpStatus.NO_CONTENT);
                }
            }
        }
    }

    @Test
    void butTheQueryFunctionsOfOurOwnFiltersAre() {
        for (JsonNode filter : cooperation
                .as("binhduong.officer1")
                .get("/engine-rest/filter?resourceType=Task")
                .json()) {
            cooperation
                    .as("binhduong.officer1")
                    .get("/engine-rest/filter/%s/count"
                            .formatted(filter.path("id").asText()))
                    .expect(HttpStatus.OK);
        }
    }

    private static List<String> fields() {
        return Stream.concat(TEXTS.stream(), DATES.stream()).toList();
    }

    private static void assertRefused(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isIn(400, 403);
        assertThat(System.getProperty(TRACE)).as(what).isNull();
    }
}
