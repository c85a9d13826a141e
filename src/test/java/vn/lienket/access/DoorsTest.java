package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/**
 * The table of doors and roles: what each answers to whom about a case of Bình Dương and Tây Ninh. The columns: nobody, another
 * channel, the same channel in another group, a member, the manager of a party, the administrator.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

    private static final List<String> WHO =
            List.of("", "qtsc.officer2", "tayninh.clerk2", "binhduong.officer2", "tayninh.manager2", "admin");

    private static final String TABLE = """
            GET /api/v1/agreements/{code}                                             | 401 404 200 200 200 200
            GET /api/v1/agreements                                                    | 401 200 200 200 200 200
            GET /api/v1/documents/00000000-0000-0000-0000-000000000000                | 401 404 404 404 404 404
            GET /api/v1/documents/00000000-0000-0000-0000-000000000000/signatures     | 401 404 404 404 404 404
            GET /api/v1/signatures/roots                                              | 401 200 200 200 200 200
            POST /api/v1/signing                                                      | 401 400 400 400 400 400
            POST /api/v1/signing/00000000-0000-0000-0000-000000000000/value           | 401 400 400 400 400 400
            POST /api/v1/signing/remote                                               | 401 400 400 400 400 400
            GET /api/v1/signing/remote                                                | 401 200 200 200 200 200
            GET /api/v1/signing/remote/credentials                                    | 401 404 404 404 404 404
            GET /api/v1/transfer-requests                                             | 401 200 200 200 200 200
            GET /api/v1/consulting-cases                                              | 401 200 200 200 200 200
            GET /api/v1/enterprises                                                   | 401 200 403 200 403 200
            GET /api/v1/library                                                       | 401 200 200 200 200 200
            GET /api/v1/maturity-frameworks                                           | 401 200 200 200 200 200
            GET /api/v1/rules                                                         | 401 200 200 200 200 200
            GET /api/v1/audit                                                         | 401 403 403 403 403 200
            GET /api/v1/access                                                        | 401 403 403 403 403 200
            GET /api/v1/sessions                                                      | 401 200 200 200 200 200
            GET /api/v1/absences                                                      | 401 200 200 200 200 200
            GET /api/v1/absences/options                                              | 401 200 200 200 200 200
            GET /api/v1/absences/00000000-0000-0000-0000-000000000000                 | 401 404 404 404 404 404
            POST /api/v1/absences                                                     | 401 400 400 400 400 400
            DELETE /api/v1/absences/00000000-0000-0000-0000-000000000000              | 401 404 404 404 404 404
            GET /api/v1/tasks/receivers?tasks=none                                    | 401 200 200 200 200 200
            GET /api/v1/work                                                          | 401 403 403 403 200 200
            GET /api/v1/work/options                                                  | 401 403 403 403 200 200
            POST /api/v1/tasks/none/reminders                                         | 401 404 404 404 404 404
            POST /api/v1/tasks/none/assignee                                          | 401 404 404 404 404 404
            GET /api/v1/incidents                                                     | 401 403 403 403 200 200
            GET /api/v1/incidents?channel=binhduong-qtsc                              | 401 403 403 403 400 200
            GET /api/v1/repairs/processes                                             | 401 403 403 403 403 200
            GET /api/v1/repairs/cases/{code}                                          | 401 403 403 403 403 200
            PUT /api/v1/mails/00000000-0000-0000-0000-000000000000/address            | 401 404 404 404 404 404
            GET /account/absences                                                     | 401 200 200 200 200 200
            GET /api/v1/account/mails                                                 | 401 200 200 200 200 200
            PUT /api/v1/account/mails                                                 | 401 400 400 400 400 403
            GET /account/mails                                                        | 401 200 200 200 200 200
            GET /api/v1/sessions?person=admin                                         | 401 403 403 403 403 200
            GET /api/v1/enterprises/0100109106/contact-data                           | 401 403 403 404 403 404
            GET /api/v1/cases                                                         | 401 200 200 200 200 200
            GET /api/v1/cases/{code}/timeline                                         | 401 404 200 200 200 200
            GET /api/v1/cases/{code}/papers                                           | 401 404 200 200 200 200
            POST /api/v1/cases/{code}/papers/00000000-0000-0000-0000-000000000000/signing | 401 404 404 404 404 404
            GET /api/v1/cases/{code}/history                                          | 401 404 200 200 200 200
            GET /api/v1/figures/choices                                               | 401 403 403 403 200 200
            GET /api/v1/figures/finished                                              | 401 403 403 403 200 200
            GET /api/v1/figures/steps?process=AgreementSigningProcess                 | 401 403 403 403 200 200
            GET /api/v1/figures/steps?process=none                                    | 401 403 403 403 404 404
            GET /cases/{code}                                                         | 401 404 200 200 200 200
            GET /cases/{code}/withdrawal                                              | 401 404 403 200 403 200
            GET /cases/{code}/termination                                             | 401 404 403 409 403 409
            GET /api/v1/cases/{code}/endings/withdrawal                               | 401 404 403 200 403 200
            GET /api/v1/cases/endings/withdrawal                                      | 401 200 200 200 200 200
            GET /api/v1/cases/endings/none                                            | 401 404 404 404 404 404
            GET /api/v1/figures/overview                                              | 401 403 403 403 200 200
            GET /api/v1/figures/overview/weeks                                        | 401 403 403 403 200 200
            GET /api/v1/figures/overview/handling                                     | 401 403 403 403 200 200
            GET /api/v1/figures/overview/people                                       | 401 403 403 403 200 200
            GET /api/v1/figures/overview?channel=none                                 | 401 403 403 403 400 400
            GET /api/v1/none                                                          | 401 404 404 404 404 404
            POST /api/v1/agreements/{code}/termination                                | 401 404 403 400 403 400
            POST /api/v1/agreements/{code}/withdrawal                                 | 401 404 403 400 403 400
            GET /engine-rest/task/{task}                                              | 401 404 200 200 200 200
            GET /engine-rest/task/{task}/comment                                      | 401 404 200 200 200 200
            GET /engine-rest/task/{task}/form-variables                               | 401 404 200 200 200 200
            GET /engine-rest/process-instance/{instance}                              | 401 404 200 200 200 200
            GET /engine-rest/process-instance/{instance}/variables                    | 401 404 200 200 200 200
            GET /engine-rest/history/process-instance/{instance}                      | 401 404 200 200 200 200
            GET /engine-rest/history/process-definition/{definition}/statistics       | 401 403 403 403 403 200
            GET /engine-rest/metrics/activity-instance-start/sum                      | 401 403 403 403 403 200
            GET /engine-rest/none                                                     | 401 404 404 404 404 404
            POST /engine-rest/task/{task}/complete                                    | 401 409 403 400 403 400
            PUT /engine-rest/process-instance/{instance}/suspended                    | 401 403 403 403 403 204
            PUT /engine-rest/process-instance/{instance}/variables/caseCode           | 401 403 403 403 403 400
            DELETE /engine-rest/process-instance/none                                 | 401 403 403 403 403 404
            PUT /engine-rest/job-definition/{job}/retries                             | 401 403 403 403 403 204
            POST /engine-rest/user/create                                             | 401 403 403 403 403 403
            POST /engine-rest/deployment/create                                       | 401 415 415 415 415 415
            GET /camunda/app/tasklist/default/                                        | 401 200 200 200 200 200
            GET /camunda/app/cockpit/default/                                         | 401 403 403 403 200 200
            GET /camunda/app/admin/default/                                           | 401 403 403 403 403 200
            GET /camunda/api/engine/engine/default/task/{task}                        | 401 404 200 200 200 200
            GET /camunda/api/engine/engine/default/process-instance/{instance}        | 401 404 200 200 200 200
            GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count | 401 403 403 403 200 200
            POST /camunda/api/admin/setup/default/user/create                         | 401 403 403 403 403 403
            GET /cases                                                                | 401 200 200 200 200 200
            GET /cases/library                                                        | 401 200 200 200 200 200
            GET /cases/{code}/comparison                                              | 401 404 400 400 400 400
            GET /api/v1/cases/{code}/comparison                                       | 401 404 400 400 400 400
            GET /api/v1/agreements/{code}/draft?format=docx                           | 401 404 403 200 403 200
            GET /documents/00000000-0000-0000-0000-000000000000/preview               | 401 404 404 404 404 404
            GET /webjars/pdfjs-dist/5.4.624/legacy/build/pdf.worker.min.mjs           | 200 200 200 200 200 200
            GET /indicators                                                           | 401 200 200 200 200 200
            GET /indicators/csv                                                       | 401 200 200 200 200 200
            GET /api/v1/indicators                                                    | 401 200 200 200 200 200
            GET /api/v1/figures                                                       | 401 403 403 403 200 200
            GET /api/v1/figures/cases?measure=late                                    | 401 403 403 403 200 200
            POST /api/v1/figures/rebuild                                              | 401 403 403 403 403 200
            GET /webjars/lienket/charts.js                                            | 200 200 200 200 200 200
            GET /camunda/app/tasklist/lienket/page-days.js                            | 200 200 200 200 200 200
            GET /webjars/lienket/none.js                                              | 404 404 404 404 404 404
            GET /admin                                                                | 401 403 403 403 403 200
            GET /admin/access                                                         | 401 403 403 403 403 200
            GET /admin/audit                                                          | 401 403 403 403 403 200
            GET /admin/personal-data                                                  | 401 403 403 403 403 200
            GET /admin/successors                                                     | 401 403 403 403 403 200
            GET /admin/sessions                                                       | 401 403 403 403 403 200
            GET /account/sessions                                                     | 401 200 200 200 200 200
            GET /account/password?token=x                                             | 404 404 404 404 404 404
            GET /consulting/answers?token=x                                           | 404 404 404 404 404 404
            GET /consulting/cases?token=x                                             | 404 404 404 404 404 404
            GET /consulting/cases/documents/{code}?token=x                            | 404 404 404 404 404 404
            GET /consulting/link                                                      | 200 200 200 200 200 200
            GET /verify                                                               | 200 200 200 200 200 200
            GET /verify?code=x                                                        | 404 404 404 404 404 404
            GET /actuator/health                                                      | 200 200 200 200 200 200
            GET /actuator/env                                                         | 401 404 404 404 404 404
            GET /help                                                                 | 200 200 200 200 200 200
            GET /help/officer                                                         | 200 200 200 200 200 200
            GET /help/none                                                            | 404 404 404 404 404 404
            GET /mailbox                                                              | 200 200 200 200 200 200
            GET /demo/keys/none.p12                                                   | 401 403 403 403 403 403
            GET /demo/keys                                                            | 401 404 404 404 404 404
            GET /error                                                                | 401 404 404 404 404 404
            GET /webjars/camunda/securityFilterRules.json                             | 401 404 404 404 404 404
            GET /camunda/securityFilterRules.json                                     | 401 404 404 404 404 404""";

    private static final Map<String, Object> BODIES = Map.of(
            "complete", Map.of("variables", Map.of()),
            "suspended", Map.of("suspended", false),
            "caseCode", Map.of("value", "H09-261123-0001"),
            "retries", Map.of("retries", 3),
            "create", Map.of("profile", Map.of("id", "evil"), "credentials", Map.of("password", "evil")));

    @Autowired
    Cooperation cooperation;

    private Map<String, String> places;

    @BeforeAll
    void openACase() {
        AgreementCase agreement = cooperation.agreement();
        Actor admin = cooperation.as("admin");
        places = Map.of(
                "{code}", agreement.code(),
                "{task}", agreement.task(AgreementModel.TASK_DRAFT, "binhduong"),
                "{instance}", agreement.processInstanceId(),
                "{definition}",
                        admin.get("/engine-rest/process-definition/key/" + AgreementModel.SIGNING_PROCESS)
                                .text("id"),
                "{job}",
                        admin.get("/engine-rest/job-definition?maxResults=1")
                                .json()
                                .path(0)
                                .path("id")
                                .asText());
    }

    static List<String> doors() {
        return TABLE.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void answersEachRole(String line) {
        String[] sides = line.split("\\|");
        String[] door = sides[0].strip().split(" ");
        List<Integer> answers = new ArrayList<>();
        for (String who : WHO) {
            answers.add(answer(who.isEmpty() ? cooperation.anonymous() : cooperation.as(who), door[0], door[1]));
        }
        assertThat(answers).as(line).containsExactlyElementsOf(expected(sides[1]));
    }

    private static List<Integer> expected(String statuses) {
        return List.of(statuses.strip().split(" ")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private int answer(Actor actor, String method, String door) {
        String path = door;
        for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace(place.getKey(), place.getValue());
        }
        Object body = BODIES.getOrDefault(path.substring(path.lastIndexOf('/') + 1), Map.of());
        return switch (method) {
            case "GET" -> actor.get(path).status();
            case "POST" -> actor.post(path, body).status();
            case "PUT" -> actor.put(path, body).status();
            default -> actor.delete(path).status();
        };
    }
}
