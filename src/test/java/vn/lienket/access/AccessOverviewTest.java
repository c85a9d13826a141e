package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.assignment.process.AbsenceModel;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.report.process.ReportModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.transfer.process.TransferModel;

/** What administrators are told of everybody's powers is what the engine goes by. */
@IntegrationTest
class AccessOverviewTest {

    private static final String ROOT = "/api/v1/access";
    private static final String INTRUDER = "ke.la";

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private AuthorizationService authorizationService;

    @AfterEach
    void removeIntruder() {
        authorizationService
                .createAuthorizationQuery()
                .userIdIn(INTRUDER)
                .list()
                .forEach(row -> authorizationService.deleteAuthorization(row.getId()));
        identityService.deleteUser(INTRUDER);
    }

    @Test
    void tellsOfAnOfficerWhatHeMayStartAndWorkOnAndWhy() {
        JsonNode officer = one("binhduong.officer1");

        assertThat(officer.path("inDirectory").asBoolean()).isTrue();
        assertThat(officer.at("/groups/0/why").asText()).isEqualTo("vai trò Chuyên viên trong danh mục");
        assertThat(officer.path("channels").findValuesAsText("id"))
                .containsExactly("binhduong-qtsc", "binhduong-tayninh");
        assertThat(officer.at("/channels/0/why").asText()).isEqualTo("nhóm binhduong-officer thuộc kênh");
        assertThat(processes(officer, "START"))
                .containsExactlyInAnyOrder(
                        AgreementModel.SIGNING_PROCESS,
                        AgreementModel.TERMINATION_PROCESS,
                        CaseModel.WITHDRAWAL_PROCESS,
                        ActivityModel.PROCESS,
                        ActivityModel.OPENING_PROCESS,
                        ReportModel.PROCESS,
                        AbsenceModel.PROCESS,
                        ConsultingModel.PROCESS,
                        TransferModel.PROCESS);
        assertThat(powers(officer, "START"))
                .allSatisfy(power -> assertThat(power.path("why").asText())
                        .startsWith("nhóm binhduong-officer có quyền CREATE_INSTANCE trên PROCESS_DEFINITION/"));
        assertThat(tasks(officer))
                .contains(
                        AgreementModel.TASK_DRAFT,
                        ConsultingModel.TASK_VERIFY,
                        TransferModel.TASK_ACCEPT,
                        ActivityModel.TASK_CARRY_OUT)
                .doesNotContain(AgreementModel.TASK_REVIEW, AgreementModel.TASK_SIGN, ConsultingModel.TASK_ASSESS);
        assertThat(powers(officer, "WORK"))
                .anySatisfy(power -> assertThat(power.path("why").asText())
                        .isEqualTo("nhóm binhduong-officer khớp ${leadOrganisation}-officer của mô hình, khi đơn vị là"
                                + " leadOrganisation của hồ sơ"));
        assertThat(powers(officer, "WATCH")).isEmpty();
        assertThat(powers(officer, "ADMINISTER")).isEmpty();
        assertThat(powers(officer, "OTHER")).isEmpty();
    }

    @Test
    void tellsOfManagersAndAdministrators() {
        JsonNode manager = one("qtsc.manager1");
        assertThat(powers(manager, "WATCH"))
                .isNotEmpty()
                .allSatisfy(
                        power -> assertThat(power.path("channels").toString()).isEqualTo("[\"binhduong-qtsc\"]"));
        assertThat(processes(manager, "START")).containsExactly(AbsenceModel.PROCESS);
        assertThat(powers(manager, "WORK")).isEmpty();

        JsonNode admin = one("admin");
        assertThat(admin.path("administrator").asBoolean()).isTrue();
        assertThat(powers(admin, "ADMINISTER")).hasSizeGreaterThan(10);
        assertThat(tasks(admin)).contains(AgreementModel.TASK_SIGN);
    }

    /** The overview says what a start really meets: each power is tried at the engine's door, and each missing one too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"binhduong.officer1", "binhduong.legal1", "tayninh.leader1", "qtsc.manager1", "qtsc.expert1"})
    void saysOfStartsWhatTheEngineDoes(String person) {
        List<String> told = processes(one(person), "START");

        Actor actor = cooperation.as(person);
        for (String process :
                List.of(AgreementModel.SIGNING_PROCESS, CaseModel.WITHDRAWAL_PROCESS, ConsultingModel.PROCESS)) {
            // without fields: refused in any case, but not for the same reason
            Answer answer = actor.post("/engine-rest/process-definition/key/" + process + "/start", Map.of());
            assertThat(answer.status() == 403).as(process + answer.body()).isEqualTo(!told.contains(process));
        }
    }

    @Test
    void showsWhoWasLetInPastTheDirectory() {
        User user = identityService.newUser(INTRUDER);
        user.setLastName("Kẻ Lạ");
        user.setPassword("mot-mat-khau-dai");
        identityService.saveUser(user);
        identityService.createMembership(INTRUDER, "tayninh-leader");
        identityService.createTenantUserMembership("binhduong-qtsc", INTRUDER);
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(INTRUDER);
        grant.setResource(Resources.DEPLOYMENT);
        grant.setResourceId("*");
        grant.addPermission(Permissions.CREATE);
        authorizationService.saveAuthorization(grant);

        JsonNode intruder = one(INTRUDER);

        assertThat(intruder.path("inDirectory").asBoolean()).isFalse();
        assertThat(intruder.at("/groups/0/why").asText()).startsWith("không theo danh mục");
        assertThat(intruder.path("channels")).anySatisfy(channel -> {
            assertThat(channel.path("id").asText()).isEqualTo("binhduong-qtsc");
            assertThat(channel.path("why").asText()).isEqualTo("đặt riêng cho người này, không theo danh mục");
        });
        assertThat(powers(intruder, "OTHER"))
                .anySatisfy(power -> assertThat(power.path("why").asText())
                        .isEqualTo("riêng người này có quyền CREATE trên DEPLOYMENT/*"));
        assertThat(tasks(intruder)).contains(AgreementModel.TASK_SIGN);
        assertThat(cooperation
                        .as("admin")
                        .open("/admin/access?person=" + INTRUDER)
                        .body())
                .contains("Không có trong danh mục");
    }

    @Test
    void isFilteredByPersonChannelAndRole() {
        assertThat(people("?channel=binhduong-qtsc"))
                .contains("qtsc.officer1", "admin")
                .doesNotContain("tayninh.officer1");
        assertThat(people("?role=leader")).contains("qtsc.leader1").doesNotContain("admin", "qtsc.officer1");
        assertThat(people("?role=admin")).containsExactly("admin");
        assertThat(people("?person=QTSC.&role=officer")).containsExactly("qtsc.officer1", "qtsc.officer2");
        JsonNode inOne = cooperation
                .as("admin")
                .get(ROOT + "?person=binhduong.officer1&channel=binhduong-qtsc")
                .json()
                .at("/items/0");
        assertThat(inOne.path("powers"))
                .allSatisfy(
                        power -> assertThat(power.path("channels").toString()).isEqualTo("[\"binhduong-qtsc\"]"));
        cooperation.as("admin").get(ROOT + "?channel=khong-co").expectRefusal(HttpStatus.BAD_REQUEST);
        cooperation.as("admin").get(ROOT + "?role=giam-doc").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void isATableToDownload() {
        Answer page = cooperation
                .as("admin")
                .get("/admin/access/csv?person=qtsc.legal1")
                .expect(HttpStatus.OK);

        assertThat(page.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(page.body().lines().findFirst())
                .contains(
                        "\uFEFFperson,name,organisation,inDirectory,active,roles,channel,kind,process,task,subject,group,why");
        assertThat(page.body().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("qtsc.legal1,") && line.contains(",binhduong-qtsc,"))
                .anyMatch(line -> line.contains(AgreementModel.SIGNING_PROCESS + "," + AgreementModel.TASK_REVIEW));
        assertThat(cooperation
                        .as("admin")
                        .get(ROOT + "?person=qtsc.legal1", "Accept", "text/csv")
                        .expect(HttpStatus.OK)
                        .body())
                .isEqualTo(page.body());
    }

    @Test
    void administratorsHaveTheirPages() {
        Actor admin = cooperation.as("admin");

        assertThat(admin.open("/admin").expect(HttpStatus.OK).body())
                .contains("href=\"/admin/access\"", "href=\"/admin/personal-data\"", "href=\"/admin/audit\"");
        admin.open("/admin/").expect(HttpStatus.OK);
        assertThat(admin.open("/admin/access").expect(HttpStatus.OK).body())
                .contains("binhduong.officer1", "Ký kết thỏa thuận hợp tác", "vai trò Chuyên viên trong danh mục");
        assertThat(admin.open("/admin/access?person=%3Cscript%3E")
                        .expect(HttpStatus.OK)
                        .body())
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "binhduong.leader1", "binhduong.manager1", "qtsc.manager1"})
    void nobodyElseLearnsAnything(String person) {
        Actor actor = cooperation.as(person);

        actor.get(ROOT).expectRefusal(HttpStatus.FORBIDDEN);
        actor.get(ROOT, "Accept", "text/csv").expectRefusal(HttpStatus.FORBIDDEN);
        for (String page : List.of("/admin", "/admin/", "/admin/access", "/admin/access/", "/admin/access/csv")) {
            actor.open(page).expect(HttpStatus.FORBIDDEN);
            actor.get(page).expect(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void whoIsNotSignedInIsAskedWhoHeIs() {
        cooperation.anonymous().get(ROOT).expect(HttpStatus.UNAUTHORIZED);
        for (String page : List.of("/admin", "/admin/", "/admin/access", "/admin/access/csv")) {
            cooperation.anonymous().get(page).expect(HttpStatus.UNAUTHORIZED);
            assertThat(cooperation
                            .anonymous()
                            .open(page)
                            .expect(HttpStatus.FOUND)
                            .header("Location"))
                    .contains("/?next=");
        }
    }

    private JsonNode one(String person) {
        return StreamSupport.stream(
                        cooperation
                                .as("admin")
                                .get(ROOT + "?person=" + person)
                                .expect(HttpStatus.OK)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(found -> found.path("id").asText().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<String> people(String query) {
        return cooperation
                .as("admin")
                .get(ROOT + query)
                .expect(HttpStatus.OK)
                .json()
                .path("items")
                .findValuesAsText("id")
                .stream()
                .filter(id -> id.contains(".") || id.equals("admin"))
                .toList();
    }

    private static List<JsonNode> powers(JsonNode person, String kind) {
        return StreamSupport.stream(person.path("powers").spliterator(), false)
                .filter(power -> power.path("kind").asText().equals(kind))
                .toList();
    }

    private static List<String> processes(JsonNode person, String kind) {
        return powers(person, kind).stream()
                .map(power -> power.path("process").asText())
                .toList();
    }

    private static List<String> tasks(JsonNode person) {
        return powers(person, "WORK").stream()
                .map(power -> power.path("task").asText())
                .toList();
    }
}
