package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.embedded.StoppedDatabase;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.ApplicationProcess;
import vn.lienket.support.Cooperation;

/** The departments of 2023 become those of 2025, under open work of any size, with {@code kill -9} in the middle. */
class SuccessorsTakeOverTest {

    private static final Map<String, String> OF_2025 =
            Map.of("LIENKET_DIRECTORY", "classpath:demo/directory-2025.yaml");
    private static final int MANY = 65_000;

    private final ApplicationProcess application = new ApplicationProcess();
    private final Cooperation cooperation = application.cooperation();

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    @Test
    void openWorkPassesOnceWhateverHappensMeanwhile() throws Exception {
        application.start(Map.of());
        AgreementCase signed = cooperation.agreement().inForce();
        AgreementCase open = cooperation.agreement().draft();
        String review = open.task(AgreementModel.TASK_REVIEW, "binhduong");
        application.stop();
        onDatabase(database -> multiply(database, review));

        String plan = application.command(
                "successors",
                Path.of("src/main/resources/demo/directory-2025.yaml").toString());
        assertThat(plan)
                .contains("→ Sở Khoa học và Công nghệ tỉnh Bình Dương (tên chưa xác nhận)", "Từ ngày: 01/03/2025")
                .contains("chưa thực hiện, còn đổi được", "Pháp chế: " + (MANY + 1), "01/BTT");

        application.start(OF_2025);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting("khcn-tphcm-legal") > 0);
        application.kill();
        long passedBefore = onDatabase(SuccessorsTakeOverTest::passed);
        assertThat(passedBefore).as("killed in the middle").isLessThan(MANY);
        long began = System.nanoTime();
        application.start(OF_2025);
        await().atMost(Duration.ofSeconds(120)).until(() -> waiting("binhduong-legal") == 0);
        System.out.printf(
                "%d of %d tasks passed before the kill, the others within %d s of the next start%n",
                passedBefore,
                MANY + 1,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());

        assertThat(waiting("khcn-tphcm-legal")).isEqualTo(MANY + 1);
        assertThat(waiting("khcn-tayninh-legal")).isEqualTo(1);
        assertThat(cooperation
                        .as("admin")
                        .open("/admin/successors")
                        .expect(HttpStatus.OK)
                        .body())
                .contains(
                        "Sở Khoa học và Công nghệ tỉnh Tây Ninh (tên chưa xác nhận)",
                        "01/03/2025",
                        "65.001",
                        "Đã thực hiện lúc");
        goesOn(open);
        staysAsItWasSigned(signed);
        isThereForTheSuccessor(signed.code());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told())
                        .containsExactlyInAnyOrder(
                                "vanthu@khcn-tayninh.example",
                                "tayninh.leader1@tayninh.example",
                                "tayninh.leader2@tayninh.example",
                                "tayninh.manager1@tayninh.example",
                                "tayninh.manager2@tayninh.example"));
        application.stop();
        assertThat(onDatabase(SuccessorsTakeOverTest::passed)).isEqualTo(MANY + 1);
    }

    /** The leaders and the managers of the successor, and its office. */
    private List<String> told() {
        JsonNode mails =
                cooperation.anonymous().get("/mailbox/messages?size=200").json();
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> mail.path("subject").asText().contains("Đã tiếp nhận công việc của Sở TT&TT Tây Ninh"))
                .map(mail -> mail.path("to").asText())
                .toList();
    }

    private void goesOn(AgreementCase open) {
        Actor legal = cooperation.as("binhduong.legal1");
        JsonNode view = open.view();
        assertThat(view.at("/parties/0/name").asText())
                .isEqualTo(
                        "Sở Thông tin và Truyền thông tỉnh Bình Dương (nay là Sở Khoa học và Công nghệ Thành phố Hồ Chí Minh"
                                + " (tên chưa xác nhận))");
        String task = StreamSupport.stream(view.path("openTasks").spliterator(), false)
                .filter(each -> each.path("candidateGroups").toString().contains("khcn-tphcm-legal"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        legal.post(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of(
                                "variables",
                                Map.of(AgreementModel.REVIEW_DECISION, Map.of("value", AgreementModel.APPROVED))))
                .expect(HttpStatus.NO_CONTENT);
        assertThat(legal.get("/api/v1/cases/" + open.code() + "/timeline")
                        .json()
                        .toString())
                .contains("(tên chưa xác nhận) tiếp nhận công việc của Sở Thông tin và Truyền thông tỉnh Bình Dương");
    }

    private void staysAsItWasSigned(AgreementCase signed) {
        assertThat(signed.state()).isEqualTo("IN_FORCE");
        assertThat(signed.view().at("/register/0/number").asText()).endsWith("-STTTT");
    }

    private void isThereForTheSuccessor(String agreement) {
        Actor officer = cooperation.as("binhduong.officer1");
        assertThat(officer.get("/api/v1/cases?organisation=khcn-tphcm")
                        .json()
                        .at("/items")
                        .findValuesAsText("caseCode"))
                .contains(agreement);
        Map<String, Object> activity = Map.of(
                "agreementCode", agreement,
                "cooperationField", "ioc",
                "title", "Hoạt động của sở kế thừa",
                "leadOrganisation", "khcn-tphcm",
                "partnerOrganisation", "khcn-tayninh",
                "startDate", signedFrom(agreement),
                "endDate", signedFrom(agreement));
        String code = officer.post("/api/v1/activities", activity)
                .expect(HttpStatus.CREATED)
                .text("caseCode");
        assertThat(code).startsWith("H09-");
        assertThat(officer.get("/api/v1/activities/" + code)
                        .json()
                        .at("/openTasks/0/candidateGroups")
                        .toString())
                .isEqualTo("[\"khcn-tphcm-officer\"]");
    }

    private String signedFrom(String agreement) {
        return cooperation
                .as("binhduong.officer1")
                .get("/api/v1/agreements/" + agreement)
                .text("effectiveFrom");
    }

    private long waiting(String group) {
        return cooperation
                .as("admin")
                .get("/engine-rest/task/count?includeAssignedTasks=true&candidateGroup=" + group)
                .json()
                .path("count")
                .asLong();
    }

    private static long passed(JdbcClient database) {
        return database.sql("select tasks_passed from lienket.succession where predecessor = 'binhduong'")
                .query(Long.class)
                .single();
    }

    /** As many more tasks beside one, in the same group; they differ in nothing but their ids. */
    private static long multiply(JdbcClient database, String task) {
        database.sql("""
                        create temporary table copies as select t.* from act_ru_task t, generate_series(1, :many)
                        where t.id_ = :task""").param("many", MANY).param("task", task).update();
        database.sql("update copies set id_ = gen_random_uuid()::text").update();
        database.sql("insert into act_ru_task select * from copies").update();
        return database.sql("""
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                        select gen_random_uuid()::text, 1, 'binhduong-legal', 'candidate', id_, tenant_id_ from copies""").update();
    }

    private <T> T onDatabase(Function<JdbcClient, T> work) {
        return StoppedDatabase.use(application.directory(), details -> work.apply(client(details)));
    }

    private static JdbcClient client(JdbcConnectionDetails details) {
        return JdbcClient.create(new SingleConnectionDataSource(
                details.getJdbcUrl(), details.getUsername(), details.getPassword(), true));
    }
}
