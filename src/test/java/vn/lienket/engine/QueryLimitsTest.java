package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienket.support.Actor;
import vn.lienket.support.Cooperation;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** How much one query may ask for and answer, at both doors of the engine. */
@IntegrationTest
class QueryLimitsTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String NAME = "of-" + UUID.randomUUID();

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void fill() {
        jdbc.update("""
                insert into public.act_hi_varinst (id_, name_, var_type_, text_, create_time_, state_, rev_)
                select ? || n, ?, 'string', 'x', now(), 'CREATED', 0 from generate_series(1, 1500) n
                """, NAME, NAME);
    }

    @AfterEach
    void empty() {
        jdbc.update("delete from public.act_hi_varinst where name_ = ?", NAME);
    }

    private Stream<EngineApi> doors() {
        return Stream.of(
                new EngineApi(cooperation.as("admin"), "/engine-rest"),
                new EngineApi(cooperation.session("admin"), WEBAPPS));
    }

    @Test
    void aLongListIsAnsweredPageByPageOnly() {
        doors().forEach(door -> {
            String list = "/history/variable-instance?variableName=" + NAME;
            door.get(list).expectRefusal(HttpStatus.BAD_REQUEST);
            assertThat(door.get(list).sentence()).contains("maxResults");
            door.get(list + "&firstResult=0").expectRefusal(HttpStatus.BAD_REQUEST);
            door.get(list + "&maxResults=1001").expectRefusal(HttpStatus.BAD_REQUEST);
            door.get(list + "&maxResults=99999999999").expectRefusal(HttpStatus.BAD_REQUEST);
            door.post("/history/variable-instance", Map.of("variableName", NAME))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            assertThat(door.get(list + "&maxResults=1000").expect(HttpStatus.OK).json())
                    .hasSize(1000);
            assertThat(door.get(list + "&maxResults=1000&firstResult=1000").json())
                    .hasSize(500);
            assertThat(door.get("/history/variable-instance/count?variableName=" + NAME)
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(1500);
        });
    }

    @Test
    void aShortListNeedsNoPages() {
        jdbc.update("delete from public.act_hi_varinst where name_ = ? and id_ like '%7'", NAME);
        jdbc.update("delete from public.act_hi_varinst where name_ = ? and id_ > ?", NAME, NAME + "2");
        doors().forEach(door -> {
            assertThat(door.get("/history/variable-instance?variableName=" + NAME)
                            .expect(HttpStatus.OK)
                            .json()
                            .size())
                    .isBetween(1, 1000);
            door.get("/task?processInstanceBusinessKey=H09-000000-0000").expect(HttpStatus.OK);
            door.get("/group").expect(HttpStatus.OK);
            door.get("/user").expect(HttpStatus.OK);
            door.get("/filter").expect(HttpStatus.OK);
            // as Tasklist asks
            door.get("/filter?resourceType=Task&itemCount=false&maxResults=2000")
                    .expect(door.root().equals(WEBAPPS) ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
            door.get("/process-definition/statistics?incidents=true").expect(HttpStatus.OK);
            door.get("/authorization").expect(HttpStatus.OK);
        });
    }

    /** Found: twenty such queries stopped everybody for ten seconds each. */
    @Test
    void conditionsOnVariablesAreFew() {
        doors().forEach(door -> {
            door.post("/task", Map.of("processVariables", conditions(200))).expectRefusal(HttpStatus.BAD_REQUEST);
            door.post("/task/count", Map.of("processVariables", conditions(21))).expectRefusal(HttpStatus.BAD_REQUEST);
            door.post("/task", Map.of("processVariables", conditions(5))).expect(HttpStatus.OK);
            door.post("/process-instance", Map.of("variables", conditions(21))).expectRefusal(HttpStatus.BAD_REQUEST);
            door.get("/task?processVariables=" + String.join(",", Collections.nCopies(21, "a_eq_b")))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            door.post(
                            "/task",
                            Map.of(
                                    "orQueries",
                                    List.of(
                                            Map.of("processVariables", conditions(11)),
                                            Map.of("taskVariables", conditions(11)))))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            door.post("/task", Map.of("orQueries", Collections.nCopies(6, Map.of("assignee", "x"))))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            door.post(
                            "/filter/create",
                            Map.of(
                                    "resourceType",
                                    "Task",
                                    "name",
                                    NAME,
                                    "query",
                                    Map.of("processVariables", conditions(21))))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"processInstanceIds", "processDefinitionKeyIn"})
    void listsOfValuesAreShort(String field) {
        doors().forEach(door -> {
            door.post("/process-instance", Map.of(field, Collections.nCopies(70_000, "a")))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            door.get("/process-instance?%s=%s".formatted(field, String.join(",", Collections.nCopies(1001, "a"))))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        });
    }

    @Test
    void deepJsonIsRefused() {
        doors().forEach(door -> {
            Actor actor = door.actor();
            Object nested = List.of();
            for (int depth = 0; depth < 200; depth++) {
                nested = List.of(nested);
            }
            actor.post(door.root() + "/task", Map.of("x", nested)).expectRefusal(HttpStatus.BAD_REQUEST);
        });
    }

    private static List<Map<String, Object>> conditions(int number) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            conditions.add(Map.of("name", "v" + index, "operator", "neq", "value", "x"));
        }
        return conditions;
    }
}
