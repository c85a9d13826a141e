package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** A figure of the engine counts the channels of who asks, or it is the administrator's. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsDoorsTest {

    private static final String MANAGER = "qtsc.manager1";

    /** What the engine cannot count by channel. */
    private static final List<String> OF_ADMINISTRATORS = List.of(
            "/history/process-definition/{definition}/statistics",
            "/history/process-definition/cleanable-process-instance-report",
            "/history/process-definition/cleanable-process-instance-report/count",
            "/history/decision-definition/cleanable-decision-instance-report",
            "/history/decision-definition/cleanable-decision-instance-report/count",
            "/history/case-definition/cleanable-case-instance-report",
            "/history/case-definition/cleanable-case-instance-report/count",
            "/history/case-definition/x/statistics",
            "/history/batch/cleanable-batch-report",
            "/history/batch/cleanable-batch-report/count",
            "/history/decision-requirements-definition/x/statistics",
            "/history/cleanup/job",
            "/history/cleanup/jobs",
            "/batch/statistics",
            "/batch/statistics/count",
            "/metrics",
            "/metrics/activity-instance-start/sum",
            "/metrics/root-process-instance-start/sum",
            "/metrics/executed-decision-instances/sum",
            "/metrics/task-users/sum",
            "/schema/log");

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private AgreementCase agreement;
    private String definition;

    @BeforeAll
    void openAgreements() {
        agreement = cooperation.agreement().draft();
        cooperation.agreement(Map.of("channel", "binhduong-qtsc"));
        definition = cooperation
                .as("admin")
                .get("/engine-rest/process-definition/key/" + AgreementModel.SIGNING_PROCESS)
                .text("id");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeCountedByChannelIsTheAdministrators(Door door) {
        for (String path : OF_ADMINISTRATORS) {
            for (String user : List.of("qtsc.officer1", MANAGER)) {
                Answer answer = door.as(user, cooperation).get(filled(path));
                assertThat(answer.status())
                        .as("%s by %s: %s", path, user, answer.body())
                        .isEqualTo(403);
            }
        }
        EngineApi admin = door.as("admin", cooperation);
        for (String path : OF_ADMINISTRATORS.subList(0, 2)) {
            admin.get(filled(path)).expect(HttpStatus.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runningInstancesAreCountedByChannel(Door door) {
        for (String user : List.of(MANAGER, "tayninh.manager1")) {
            EngineApi manager = door.as(user, cooperation);
            int own = channelOf(user).stream().mapToInt(this::running).sum();
            JsonNode statistics = manager.get("/process-definition/statistics?failedJobs=true&incidents=true")
                    .expect(HttpStatus.OK)
                    .json();
            assertThat(instances(statistics, definition)).as(user).isEqualTo(own);
            int waiting = 0;
            for (JsonNode activity : manager.get("/process-definition/" + definition + "/statistics")
                    .expect(HttpStatus.OK)
                    .json()) {
                waiting += activity.path("id").asText().equals(AgreementModel.TASK_DRAFT)
                        ? activity.path("instances").asInt()
                        : 0;
            }
            assertThat(waiting)
                    .as(user)
                    .isEqualTo(channelOf(user).stream().mapToInt(this::drafting).sum());
        }
    }

    @Test
    void cockpitCountsByChannel() {
        for (String user : List.of(MANAGER, "tayninh.manager1")) {
            JsonNode statistics = cooperation
                    .session(user)
                    .get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                    .expect(HttpStatus.OK)
                    .json();
            int counted = 0;
            for (JsonNode row : statistics) {
                counted += row.path("key").asText().equals(AgreementModel.SIGNING_PROCESS)
                        ? row.path("instances").asInt()
                        : 0;
            }
            assertThat(counted)
                    .isEqualTo(channelOf(user).stream().mapToInt(this::running).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsCountByChannel(Door door) {
        for (String report : List.of(
                "/history/task/report?reportType=count&groupBy=processDefinition",
                "/history/task/report?reportType=count&groupBy=taskName")) {
            EngineApi manager = door.as(MANAGER, cooperation);
            long counted = 0;
            for (JsonNode row : manager.get(report).expect(HttpStatus.OK).json()) {
                counted += row.path("count").asLong();
            }
            assertThat(counted).as(report).isLessThanOrEqualTo(ended("binhduong-qtsc"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated"})
    void theFiguresOfTheAdministrationAreTheAdministrators(String path) {
        String query = "?groupBy=month&metrics=process-instances&subscriptionStartDate=2020-01-01T00:00:00.000%2B0700"
                + "&startDate=2020-01-01T00:00:00.000%2B0700&endDate=2099-01-01T00:00:00.000%2B0700";

        for (String user : List.of("qtsc.officer1", MANAGER)) {
            assertThat(cooperation.session(user).get(path + query).status()).isIn(401, 403, 404);
        }
    }

    private static List<String> channelOf(String user) {
        return user.startsWith("qtsc") ? List.of("binhduong-qtsc") : List.of("binhduong-tayninh");
    }

    private int running(String channel) {
        return jdbc.sql("""
                        select count(*) from act_ru_execution where parent_id_ is null and proc_def_id_ = ?
                        and (tenant_id_ is null or tenant_id_ = ?)""").params(definition, channel).query(Integer.class).single();
    }

    private int drafting(String channel) {
        return jdbc.sql("""
                        select count(*) from act_ru_task where task_def_key_ = ? and proc_def_id_ = ?
                        and (tenant_id_ is null or tenant_id_ = ?)""")
                .params(AgreementModel.TASK_DRAFT, definition, channel)
                .query(Integer.class)
                .single();
    }

    private long ended(String channel) {
        return jdbc.sql(
                        "select count(*) from act_hi_taskinst where end_time_ is not null and (tenant_id_ is null or tenant_id_ = ?)")
                .param(channel)
                .query(Long.class)
                .single();
    }

    private static int instances(JsonNode statistics, String definition) {
        for (JsonNode row : statistics) {
            if (row.path("id").asText().equals(definition)) {
                return row.path("instances").asInt();
            }
        }
        return 0;
    }

    private String filled(String path) {
        return path.replace("{definition}", definition);
    }
}
