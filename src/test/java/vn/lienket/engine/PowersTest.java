package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.assignment.process.AssignmentModel;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.enterprise.process.EnterpriseModel;
import vn.lienket.enterprise.process.RegistryImportModel;
import vn.lienket.evidence.process.EvidenceModel;
import vn.lienket.evidence.process.LastingModel;
import vn.lienket.library.process.LibraryTextModel;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** What staff and managers may do beside their tasks: start and withdraw cases, watch them; nothing that administers the engine. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowersTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="evil">
              <process id="evil" isExecutable="true"/>
            </definitions>""";

    private static final String DEFINITIONS = "/engine-rest/process-definition?key=";

    private record Request(String method, String path, Object body) {

        Answer by(EngineApi person) {
            return switch (method) {
                case "PUT" -> person.put(path, body);
                case "DELETE" -> person.delete(path);
                default -> person.post(path, body);
            };
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    Cooperation cooperation;

    @Autowired
    JdbcClient jdbc;

    private AgreementCase agreement;

    @BeforeAll
    void openAgreement() {
        agreement = cooperation.agreement();
    }

    static Stream<Request> administration() {
        Map<String, Object> startElsewhere = Map.of(
                "variables",
                Map.of(
                        "channel", Map.of("value", "binhduong-tayninh"),
                        "leadOrganisation", Map.of("value", "binhduong"),
                        "caseCode", Map.of("value", "H09-000101-0001")),
                "startInstructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", AgreementModel.TASK_ENTER_INTO_FORCE)),
                "skipCustomListeners",
                true);
        Map<String, Object> modification = Map.of(
                "instructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", AgreementModel.TASK_ENTER_INTO_FORCE)));
        return Stream.of(
                new Request("POST", "/deployment/{deployment}/redeploy", Map.of()),
                new Request("DELETE", "/deployment/{deployment}?cascade=true", null),
                new Request("POST", "/filter/create", Map.of("name", "Mới", "resourceType", "Task", "query", Map.of())),
                new Request("DELETE", "/filter/{filter}", null),
                new Request(
                        "POST",
                        "/user/create",
                        Map.of(
                                "profile", Map.of("id", "evil", "firstName", "", "lastName", "Evil", "email", ""),
                                "credentials", Map.of("password", "con trâu đi trước"))),
                new Request("DELETE", "/user/{user}", null),
                new Request(
                        "PUT",
                        "/user/qtsc.expert2/credentials",
                        Map.of("password", "con trâu đi trước", "authenticatedUserPassword", "lienket")),
                new Request("POST", "/group/create", Map.of("id", "evil", "name", "Evil", "type", "WORKFLOW")),
                new Request("PUT", "/group/binhduong-leader/members/{user}", Map.of()),
                new Request("PUT", "/group/camunda-admin/members/{user}", Map.of()),
                new Request("DELETE", "/group/binhduong-leader/members/binhduong.leader1", null),
                new Request("PUT", "/tenant/binhduong-qtsc/user-members/{user}", Map.of()),
                new Request(
                        "POST",
                        "/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                "binhduong.officer1",
                                "resourceType",
                                8,
                                "resourceId",
                                "*")),
                new Request("POST", "/task/create", Map.of("name", "Việc ngoài hồ sơ")),
                new Request("DELETE", "/process-instance/{instance}", null),
                new Request("POST", "/process-instance/delete", Map.of("processInstanceIds", List.of("unknown"))),
                new Request("POST", "/process-instance/{instance}/modification", modification),
                new Request("PUT", "/process-instance/{instance}/suspended", Map.of("suspended", true)),
                new Request("PUT", "/process-instance/{instance}/variables/caseStatus", Map.of("value", 10)),
                new Request(
                        "POST",
                        "/process-instance/{instance}/variables",
                        Map.of("modifications", Map.of("caseStatus", Map.of("value", 10)))),
                new Request("DELETE", "/process-instance/{instance}/variables/caseStatus", null),
                new Request("PUT", "/execution/{instance}/localVariables/caseStatus", Map.of("value", 10)),
                new Request("POST", "/execution/{instance}/signal", Map.of()),
                new Request(
                        "PUT",
                        "/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/suspended",
                        Map.of("suspended", true)),
                new Request(
                        "DELETE", "/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "?cascade=true", null),
                new Request(
                        "POST", "/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "/start", startElsewhere),
                new Request("POST", "/process-definition/key/" + NotificationModel.PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + AssignmentModel.WATCH_PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + RegistryImportModel.PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + LibraryTextModel.PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + EvidenceModel.PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + LastingModel.PROCESS + "/start", Map.of()),
                new Request("POST", "/process-definition/key/" + AgreementModel.LIFECYCLE_PROCESS + "/start", Map.of()),
                new Request("POST", "/job/{job}/execute", Map.of()),
                new Request("PUT", "/job/{job}/duedate", Map.of("duedate", "2030-01-01T00:00:00.000+0700")),
                new Request("PUT", "/job/{job}/suspended", Map.of("suspended", true)),
                new Request("DELETE", "/job/{job}", null),
                new Request("PUT", "/job/{job}/priority", Map.of("priority", 5)),
                new Request("POST", "/job/{job}/duedate/recalculate", null),
                new Request(
                        "PUT", "/job/{job}/retries", Map.of("retries", 1, "dueDate", "2099-01-01T00:00:00.000+0700")),
                new Request("POST", "/job/retries", Map.of("retries", 1, "jobIds", List.of("{job}"))),
                new Request("PUT", "/job/suspended", Map.of("suspended", true, "processDefinitionKey", "any")),
                new Request("PUT", "/job-definition/{jobDefinition}/retries", Map.of("retries", 1)),
                new Request("PUT", "/job-definition/{jobDefinition}/suspended", Map.of("suspended", true)),
                new Request("PUT", "/job-definition/{jobDefinition}/jobPriority", Map.of("priority", 5)),
                new Request(
                        "PUT", "/job-definition/suspended", Map.of("suspended", true, "processDefinitionKey", "any")),
                new Request(
                        "POST",
                        "/process-instance/job-retries",
                        Map.of("retries", 1, "processInstances", List.of("{instance}"))),
                new Request(
                        "POST",
                        "/process-instance/job-retries-historic-query-based",
                        Map.of("retries", 1, "processInstances", List.of("{instance}"))),
                new Request(
                        "PUT", "/external-task/retries", Map.of("retries", 1, "externalTaskIds", List.of("unknown"))),
                new Request(
                        "POST",
                        "/external-task/retries-async",
                        Map.of("retries", 1, "externalTaskIds", List.of("unknown"))),
                new Request("PUT", "/external-task/unknown/retries", Map.of("retries", 1)),
                new Request("PUT", "/external-task/unknown/priority", Map.of("priority", 1)),
                new Request("POST", "/external-task/unknown/lock", Map.of("workerId", "evil", "lockDuration", 60000)),
                new Request(
                        "POST",
                        "/history/process-instance/set-removal-time",
                        Map.of("clearedRemovalTime", true, "historicProcessInstanceIds", List.of("{instance}"))),
                new Request(
                        "POST",
                        "/history/decision-instance/set-removal-time",
                        Map.of("clearedRemovalTime", true, "historicDecisionInstanceIds", List.of("unknown"))),
                new Request(
                        "POST",
                        "/history/process-instance/delete",
                        Map.of("historicProcessInstanceIds", List.of("{instance}"))),
                new Request("POST", "/history/cleanup", Map.of()),
                new Request("PUT", "/batch/unknown/suspended", Map.of("suspended", true)),
                new Request("DELETE", "/batch/unknown", null),
                new Request(
                        "POST",
                        "/process-instance/variables-async",
                        Map.of(
                                "processInstanceIds",
                                List.of("{instance}"),
                                "variables",
                                Map.of("caseStatus", Map.of("value", 10)))),
                new Request(
                        "POST",
                        "/process-instance/message-async",
                        Map.of(
                                "messageName",
                                CaseModel.MESSAGE_WITHDRAWN,
                                "processInstanceIds",
                                List.of("{instance}"))),
                new Request(
                        "POST",
                        "/process-instance/suspended-async",
                        Map.of("suspended", true, "processInstanceIds", List.of("{instance}"))),
                new Request(
                        "PUT", "/process-instance/suspended", Map.of("suspended", true, "processDefinitionKey", "any")),
                new Request(
                        "POST",
                        "/modification/execute",
                        Map.of(
                                "processDefinitionId",
                                "{definition}",
                                "processInstanceIds",
                                List.of("{instance}"),
                                "instructions",
                                List.of(Map.of("type", "cancel", "activityId", AgreementModel.TASK_DRAFT)))),
                new Request(
                        "POST",
                        "/migration/generate",
                        Map.of(
                                "sourceProcessDefinitionId",
                                "{definition}",
                                "targetProcessDefinitionId",
                                "{definition}")),
                new Request(
                        "POST",
                        "/process-definition/{definition}/restart",
                        Map.of(
                                "processInstanceIds",
                                List.of("{instance}"),
                                "instructions",
                                List.of(Map.of(
                                        "type", "startBeforeActivity", "activityId", AgreementModel.TASK_DRAFT)))),
                new Request(
                        "PUT", "/process-definition/{definition}/history-time-to-live", Map.of("historyTimeToLive", 1)),
                new Request("POST", "/signal", Map.of("name", "any")),
                new Request("POST", "/condition", Map.of("variables", Map.of("any", Map.of("value", 1)))),
                new Request("PUT", "/process-instance/{instance}/variables/note", Map.of("value", "x")),
                new Request(
                        "POST",
                        "/decision-definition/key/" + EnterpriseModel.DECISION_SIZE + "/evaluate",
                        Map.of("variables", Map.of("employees", Map.of("value", 1)))),
                new Request("POST", "/execution/{instance}/create-incident", Map.of("incidentType", "any")),
                new Request("DELETE", "/metrics/any", null),
                new Request("DELETE", "/history/process-instance/{instance}", null),
                new Request("DELETE", "/history/process-instance/{instance}/variable-instances", null));
    }

    @ParameterizedTest
    @MethodSource("administration")
    void administeringTheEngineIsRefusedToStaffAndManagers(Request request) {
        for (Door door : Door.values()) {
            for (String user : List.of("binhduong.officer1", "binhduong.leader1", "binhduong.manager1")) {
                Answer answer = filled(request, user).by(door.as(user, cooperation));

                // what he may not even see is not there
                assertThat(answer.status())
                        .as("%s by %s: %s", request, user, answer.body())
                        .isIn(
                                403,
                                request.path().matches("/(deployment|user|batch|metrics|decision-definition)/.*")
                                        ? 404
                                        : 403);
            }
        }
        assertThat(agreement.state()).isEqualTo("DRAFTING");
    }

    @Test
    void deployingIsRefusedToStaff() {
        for (String user : List.of("binhduong.officer1", "binhduong.leader1", "binhduong.manager1")) {
            cooperation
                    .as(user)
                    .upload(
                            "/engine-rest/deployment/create",
                            Map.of("deployment-name", "evil"),
                            "evil.bpmn",
                            MODEL.getBytes(StandardCharsets.UTF_8))
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
    }

    /** Everything that runs comes with the product; a model may call whatever code there is. */
    @Test
    void deployingOverRestIsOffForAdministratorsToo() {
        for (Door door : Door.values()) {
            EngineApi admin = door.as("admin", cooperation);
            String deployment = first(cooperation.as("admin"), "/engine-rest/deployment?firstResult=0&maxResults=1");

            admin.actor()
                    .upload(
                            admin.root() + "/deployment/create",
                            Map.of("deployment-name", "evil"),
                            "evil.bpmn",
                            MODEL.getBytes(StandardCharsets.UTF_8))
                    .expectRefusal(HttpStatus.FORBIDDEN);
            admin.post("/deployment/" + deployment + "/redeploy", Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
            admin.delete("/deployment/" + deployment + "?cascade=true").expectRefusal(HttpStatus.FORBIDDEN);
            admin.delete("/process-definition/key/" + AgreementModel.SIGNING_PROCESS + "?cascade=true")
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(agreement.state()).isEqualTo("DRAFTING");
    }

    /** A script in a model, a form or a decision would run as the product. */
    @Test
    void noScriptEngineIsOnTheClassPath() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getPackageName())
                .as("but the engine's own: FEEL of decision tables, and JUEL, which models speak in any case")
                .containsOnly("org.camunda.feel.impl.script", "org.camunda.bpm.engine.impl.scripting.engine");
    }

    @Test
    void aManagerReadsAndRetriesTheJobsOfHisChannels() {
        String job = job();
        Actor manager = cooperation.as("tayninh.manager1");

        assertThat(manager.get("/engine-rest/job/" + job).expect(HttpStatus.OK).text("id"))
                .isEqualTo(job);
        manager.put("/engine-rest/job/" + job + "/retries", Map.of("retries", 5))
                .expect(HttpStatus.NO_CONTENT);

        cooperation.as("qtsc.manager1").get("/engine-rest/job/" + job).expect(HttpStatus.NOT_FOUND);
        cooperation
                .as("qtsc.manager1")
                .put("/engine-rest/job/" + job + "/retries", Map.of("retries", 5))
                .expectRefusal(HttpStatus.NOT_FOUND);
        cooperation
                .as("tayninh.officer1")
                .put("/engine-rest/job/" + job + "/retries", Map.of("retries", 5))
                .expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void aManagerReadsTheCasesOfHisChannelsInCockpit() {
        String definition = cooperation
                .as("admin")
                .get("/engine-rest/process-definition/key/" + AgreementModel.SIGNING_PROCESS)
                .text("id");
        String instances = "/camunda/api/cockpit/plugin/base/default/process-instance";
        Map<String, String> query = Map.of("processDefinitionId", definition);

        Session manager = cooperation.browser();
        manager.signIn("tayninh.manager1", "lienket", "cockpit").expect(HttpStatus.OK);
        assertThat(manager.post(instances, query).expect(HttpStatus.OK).body()).contains(agreement.code());

        Session stranger = cooperation.browser();
        stranger.signIn("qtsc.manager1", "lienket", "cockpit").expect(HttpStatus.OK);
        assertThat(stranger.post(instances, query).expect(HttpStatus.OK).body()).doesNotContain(agreement.code());
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheLeadsOfficersAndLeadersWithdrawByMessage(Door door) {
        AgreementCase running = cooperation.agreement();
        AgreementCase other = cooperation.agreement(Map.of("channel", "binhduong-qtsc"));
        List<String> refused = List.of("tayninh.officer1", "tayninh.leader1", "binhduong.legal1", "binhduong.manager1");

        for (String user : refused) {
            door.as(user, cooperation)
                    .post("/message", withdrawal(running, Map.of()))
                    .expectRefusal(HttpStatus.FORBIDDEN);
            door.as(user, cooperation)
                    .post(
                            "/execution/%s/messageSubscriptions/%s/trigger"
                                    .formatted(running.processInstanceId(), CaseModel.MESSAGE_WITHDRAWN),
                            EngineApi.variable("withdrawalReason", "Thử"))
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
        EngineApi officer = door.as("binhduong.officer2", cooperation);
        officer.post("/message", Map.of("messageName", CaseModel.MESSAGE_WITHDRAWN, "businessKey", running.code()))
                .expectRefusal(HttpStatus.BAD_REQUEST);
        for (String scope : List.of("processVariables", "processVariablesLocal", "processVariablesToTriggeredScope")) {
            Map<String, Object> disguised = Map.of(
                    scope,
                    Map.of(
                            "caseCode", Map.of("value", other.code()),
                            "withdrawalReason", Map.of("value", "Thử")));
            officer.post("/message", withdrawal(running, disguised)).expectRefusal(HttpStatus.BAD_REQUEST);
        }
        assertThat(running.state()).isEqualTo("DRAFTING");
        assertThat(other.state()).isEqualTo("DRAFTING");

        officer.post("/message", withdrawal(running, Map.of())).expect(HttpStatus.NO_CONTENT);
        running.awaitState("WITHDRAWN");
        assertThat(running.view().path("caseStatus").asInt()).isEqualTo(7);
        assertThat(running.openTaskKeys()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theWithdrawalFormOfTasklistTakesOnlyCasesOfTheOwnLead(Door door) {
        AgreementCase running = cooperation.agreement();
        String form = "/process-definition/key/" + CaseModel.WITHDRAWAL_PROCESS + "/submit-form";
        Map<String, Object> body = Map.of(
                "variables",
                Map.of(
                        "caseCode", Map.of("value", running.code()),
                        "withdrawalReason", Map.of("value", "Đơn vị đổi kế hoạch")));

        door.as("tayninh.officer1", cooperation).post(form, body).expectRefusal(HttpStatus.FORBIDDEN);
        door.as("binhduong.legal1", cooperation).post(form, body).expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(door.as("qtsc.officer1", cooperation).post(form, body).status())
                .isIn(400, 403, 404);
        assertThat(running.state()).isEqualTo("DRAFTING");

        door.as("binhduong.leader1", cooperation).post(form, body).expect(HttpStatus.OK);
        running.awaitState("WITHDRAWN");
    }

    /** It left a trace in the history of a channel that neither the case nor the person belongs to. */
    @ParameterizedTest
    @CsvSource({
        CaseModel.WITHDRAWAL_PROCESS + ", withdrawalReason, start",
        CaseModel.WITHDRAWAL_PROCESS + ", withdrawalReason, submit-form",
        AgreementModel.TERMINATION_PROCESS + ", terminationReason, start",
        AgreementModel.TERMINATION_PROCESS + ", terminationReason, submit-form"
    })
    void whatIsAskedAboutACaseRunsInItsOwnChannel(String process, String reason, String way) {
        AgreementCase running = cooperation.agreement();
        int before = instances(process);

        for (Door door : Door.values()) {
            for (String user : List.of("binhduong.officer1", "tayninh.officer1")) {
                Map<String, Object> body = Map.of(
                        "variables",
                        Map.of(
                                "caseCode",
                                Map.of("value", running.code()),
                                "channel",
                                Map.of("value", "binhduong-qtsc"),
                                reason,
                                Map.of("value", "Đơn vị đổi kế hoạch")));
                door.as(user, cooperation)
                        .post("/process-definition/key/%s/%s".formatted(process, way), body)
                        .expectRefusal(HttpStatus.BAD_REQUEST);
            }
        }
        assertThat(running.state()).isEqualTo("DRAFTING");
        assertThat(instances(process)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalCarriesTheCodeOfItsCaseAndNoOther(Door door) {
        AgreementCase running = cooperation.agreement();

        String request = door.as("binhduong.leader1", cooperation)
                .post(
                        "/process-definition/key/" + CaseModel.WITHDRAWAL_PROCESS + "/start",
                        Map.of(
                                "businessKey",
                                agreement.code(),
                                "variables",
                                Map.of(
                                        "caseCode", Map.of("value", running.code()),
                                        "withdrawalReason", Map.of("value", "Đơn vị đổi kế hoạch"))))
                .expect(HttpStatus.OK)
                .text("id");

        Answer kept = cooperation.as("admin").get("/engine-rest/history/process-instance/" + request);
        assertThat(kept.text("businessKey")).isEqualTo(running.code());
        assertThat(kept.text("tenantId")).isEqualTo("binhduong-tayninh");
        running.awaitState("WITHDRAWN");
    }

    private int instances(String process) {
        return cooperation
                .as("admin")
                .get("/engine-rest/history/process-instance/count?processDefinitionKey=" + process)
                .json()
                .path("count")
                .asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/submit-form"})
    void aStartInAForeignChannelOrForAnotherLeadIsRefused(String way) {
        String start = "/process-definition/key/" + AgreementModel.SIGNING_PROCESS + way;
        int before = cases();

        for (Door door : Door.values()) {
            assertThat(door.as("qtsc.officer1", cooperation)
                            .post(start, fields("binhduong-tayninh", "binhduong"))
                            .status())
                    .isIn(400, 403);
            door.as("tayninh.officer1", cooperation)
                    .post(start, fields("binhduong-tayninh", "binhduong"))
                    .expectRefusal(HttpStatus.FORBIDDEN);
            door.as("tayninh.officer1", cooperation)
                    .post(start, fields("binhduong-qtsc", "tayninh"))
                    .expectRefusal(HttpStatus.BAD_REQUEST);
            door.as("binhduong.legal1", cooperation)
                    .post(start, fields("binhduong-tayninh", "binhduong"))
                    .expectRefusal(HttpStatus.FORBIDDEN);
            Map<String, Object> claimsToBeACase =
                    fields("binhduong-tayninh", "binhduong", Map.of("caseCode", agreement.code()));
            door.as("binhduong.officer1", cooperation)
                    .post(start, claimsToBeACase)
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        }
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/submit-form"})
    void nobodyStartsACaseOfWhichNobodyIsTold(String way) {
        Map<String, Object> quiet = fields("binhduong-tayninh", "binhduong", Map.of("quiet", true));
        int before = cases();

        for (Door door : Door.values()) {
            door.as("binhduong.officer1", cooperation)
                    .post("/process-definition/key/" + AgreementModel.SIGNING_PROCESS + way, quiet)
                    .expectRefusal(HttpStatus.BAD_REQUEST);
        }
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void aStartInAForeignChannelOrForAnotherLeadIsRefusedByTheApi() {
        int before = cases();
        Map<String, Object> foreign = Cooperation.agreementFields();

        assertThat(cooperation
                        .as("qtsc.officer1")
                        .post("/api/v1/agreements", foreign)
                        .status())
                .isIn(400, 403);
        cooperation.as("tayninh.officer1").post("/api/v1/agreements", foreign).expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void peopleDoNotDeleteThemselves() {
        cooperation
                .as("tayninh.expert2")
                .delete("/engine-rest/user/tayninh.expert2")
                .expectRefusal(HttpStatus.FORBIDDEN);
    }

    @Test
    void tasksWriteNoAuthorizationRows() {
        int before = authorizations();

        AgreementCase running = cooperation.agreement();
        String task = running.task(AgreementModel.TASK_DRAFT, "binhduong");
        Actor officer = cooperation.as("binhduong.officer1");
        officer.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "binhduong.officer1"))
                .expect(HttpStatus.NO_CONTENT);
        officer.post("/engine-rest/task/" + task + "/delegate", Map.of("userId", "binhduong.officer2"))
                .expect(HttpStatus.NO_CONTENT);
        cooperation
                .as("admin")
                .post(
                        "/engine-rest/task/" + task + "/identity-links",
                        Map.of("userId", "binhduong.leader1", "type", "candidate"))
                .expect(HttpStatus.NO_CONTENT);

        assertThat(authorizations()).isEqualTo(before);
    }

    private int authorizations() {
        return jdbc.sql("select count(*) from act_ru_authorization")
                .query(Integer.class)
                .single();
    }

    private int cases() {
        return cooperation
                .as("admin")
                .get("/api/v1/agreements")
                .json()
                .path("total")
                .asInt();
    }

    /** A job of the case that is never due, so that the job executor does not take it away. */
    private String job() {
        return jdbc.sql("""
                        insert into act_ru_job (id_, rev_, type_, retries_, exclusive_, duedate_, process_instance_id_,
                            execution_id_, process_def_id_, process_def_key_, tenant_id_, handler_type_, suspension_state_, priority_)
                        select 'job-' || gen_random_uuid(), 1, 'message', 3, true, timestamp '2099-01-01', id_, id_, proc_def_id_,
                            ?, tenant_id_, 'async-continuation', 1, 0
                        from act_ru_execution where id_ = ? returning id_""")
                .params(AgreementModel.SIGNING_PROCESS, agreement.processInstanceId())
                .query(String.class)
                .single();
    }

    private Request filled(Request request, String user) {
        Actor admin = cooperation.as("admin");
        Map<String, String> values = new HashMap<>(Map.of("{instance}", agreement.processInstanceId(), "{user}", user));
        values.put("{filter}", first(admin, "/engine-rest/filter?firstResult=0&maxResults=1"));
        values.put("{deployment}", first(admin, "/engine-rest/deployment?firstResult=0&maxResults=1"));
        values.put("{definition}", first(admin, DEFINITIONS + AgreementModel.SIGNING_PROCESS + "&latestVersion=true"));
        values.put(
                "{jobDefinition}",
                first(admin, "/engine-rest/job-definition?processDefinitionKey=" + NotificationModel.PROCESS));
        if (request.path().contains("{job}") || String.valueOf(request.body()).contains("{job}")) {
            values.put("{job}", job());
        }
        return new Request(request.method(), (String) filled(request.path(), values), filled(request.body(), values));
    }

    private static Object filled(Object part, Map<String, String> values) {
        if (part instanceof String text) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace(value.getKey(), value.getValue());
            }
            return text;
        }
        if (part instanceof List<?> list) {
            return list.stream().map(element -> filled(element, values)).toList();
        }
        if (part instanceof Map<?, ?> map) {
            Map<Object, Object> filled = new HashMap<>();
            map.forEach((key, value) -> filled.put(key, filled(value, values)));
            return filled;
        }
        return part;
    }

    private static String first(Actor actor, String list) {
        return actor.get(list).expect(HttpStatus.OK).json().get(0).path("id").asText();
    }

    private static Map<String, Object> withdrawal(AgreementCase running, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("messageName", CaseModel.MESSAGE_WITHDRAWN);
        body.put("businessKey", running.code());
        body.put("processVariables", Map.of("withdrawalReason", Map.of("value", "Đơn vị đổi kế hoạch")));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> fields(String channel, String lead) {
        return fields(channel, lead, Map.of());
    }

    private static Map<String, Object> fields(String channel, String lead, Map<String, Object> others) {
        Map<String, Object> fields = Cooperation.agreementFields();
        fields.putAll(others);
        fields.put("channel", channel);
        fields.put("leadOrganisation", lead);
        fields.put("cooperationFields", "ioc,mooc");
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        Map<String, Object> body = new HashMap<>();
        body.put("variables", variables);
        return body;
    }
}
