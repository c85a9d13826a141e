package vn.lienket.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import vn.lienket.enterprise.EnterpriseGenerator;
import vn.lienket.enterprise.RegistryContext.Registry;
import vn.lienket.enterprise.RegistryContext.SettableSizes;
import vn.lienket.enterprise.RegistryContext.SignedIn;
import vn.lienket.enterprise.RegistryTest;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;

/** The registry over HTTP; who is at the other end, the test says. */
@RegistryTest
class RegistryApiTest {

    private static final String ROOT = "/api/v1/enterprises";
    private static final String HEADER = "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned\n";
    private static final String CODE = "3700145020";

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private Registry registry;

    @Autowired
    private SettableSizes sizes;

    @LocalServerPort
    private int port;

    private Actor http;

    @BeforeEach
    void emptyRegistry() {
        registry.empty();
        signedIn.officer();
        sizes.small(null);
        http = new Actor(port, "the one", "who is signed in");
    }

    @Test
    void aFileIsAcceptedAndItsProgressReadWhereTheAnswerSays() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new EnterpriseGenerator(1).writeCsv(file, 30, ';', true);

        Answer accepted = upload(file.toByteArray()).expect(HttpStatus.ACCEPTED);
        assertThat(accepted.json().fieldNames()).toIterable().containsExactly("id");
        assertThat(accepted.header("Location")).isEqualTo(ROOT + "/import/" + accepted.text("id"));
        assertThat(http.get(accepted.header("Location")).expect(HttpStatus.OK).text("state"))
                .isEqualTo("RUNNING");

        registry.runImports();

        JsonNode done = http.get(accepted.header("Location")).json();
        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.fieldNames())
                .toIterable()
                .contains("id", "state", "read", "added", "changed", "unchanged", "refused", "rowsPerSecond");
        assertThat(done.path("added").asInt()).isEqualTo(30);
        assertThat(done.path("fileName").asText()).isEqualTo("danh-sach.csv");
        assertThat(http.get(ROOT + "/import").json().at("/items/0/id").asText()).isEqualTo(accepted.text("id"));
    }

    @Test
    void refusalsAreATableToDownload() {
        String id = imported(HEADER
                + "3700145021,\"=HYPERLINK(\"\"x\"\")\",agriculture,-5,1,1,TRUE\n"
                + CODE
                + ",\"Công ty \"\"A, B\"\"\",x,1,1,1,TRUE\n");

        Answer file = http.get(ROOT + "/import/" + id + "/refusals").expect(HttpStatus.OK);

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains(id);
        assertThat(file.body().lines())
                .containsExactly(
                        "\uFEFFline,column,reason,value",
                        "2,taxCode,Mã số thuế: chữ số kiểm tra (chữ số thứ 10) không đúng.,3700145021",
                        "2,employees,Số lao động: không được âm.,'-5",
                        "3,sector,\"Lĩnh vực: phải là agriculture, industry-construction hoặc trade-services.\",x");
    }

    @Test
    void aWrongFileIsRefusedAtOnceWithItsReason() {
        for (byte[] wrong : List.of(
                new byte[0], "xin chào".getBytes(StandardCharsets.UTF_8), HEADER.getBytes(StandardCharsets.UTF_16))) {
            Answer answer = upload(wrong).expectRefusal(HttpStatus.BAD_REQUEST);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
        }
        http.upload(ROOT + "/import", Map.of(), "", new byte[0]).expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aRunningImportIsCancelledOnce() {
        String id = upload((HEADER).getBytes(StandardCharsets.UTF_8)).text("id");

        post("/import/" + id + "/cancellation").expect(HttpStatus.NO_CONTENT);
        post("/import/" + id + "/cancellation").expectRefusal(HttpStatus.CONFLICT);
        assertThat(http.get(ROOT + "/import/" + id).text("state")).isEqualTo("CANCELLED");
    }

    @Test
    void anUnknownImportIsNotFound() {
        String unknown = ROOT + "/import/" + UUID.randomUUID();
        http.get(unknown).expectRefusal(HttpStatus.NOT_FOUND);
        http.get(unknown + "/refusals").expectRefusal(HttpStatus.NOT_FOUND);
        http.post(unknown + "/cancellation", Map.of()).expectRefusal(HttpStatus.NOT_FOUND);
        http.get(ROOT + "/import/x").expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anEnterpriseIsCreatedReplacedAndReadWithItsHistory() {
        Answer created = http.put(ROOT + "/" + CODE, fields(Map.of("address", "12 Yersin")))
                .expect(HttpStatus.CREATED);
        assertThat(created.text("enterpriseName")).isEqualTo("Công ty Ánh Sáng");
        assertThat(created.text("sectorName")).isEqualTo("Nông nghiệp, lâm nghiệp, thủy sản");

        http.put(ROOT + "/" + CODE, fields(Map.of("employees", 11, "revision", 1)))
                .expect(HttpStatus.OK);

        JsonNode known = http.get(ROOT + "/" + CODE).expect(HttpStatus.OK).json();
        assertThat(known.path("employees").asInt()).isEqualTo(11);
        assertThat(known.path("address").isNull()).isTrue();
        assertThat(known.path("revision").asInt()).isEqualTo(2);
        assertThat(known.path("warnings")).isEmpty();
        JsonNode history =
                http.get(ROOT + "/" + CODE + "/history").expect(HttpStatus.OK).json();
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/changedBy").asText()).isEqualTo("binhduong.officer1");
        assertThat(history.at("/0/source").asText()).isEqualTo("api");
        assertThat(history.at("/0/changes")).hasSize(2);
        assertThat(history.at("/0/changes/0").toString())
                .isEqualTo("{\"field\":\"employees\",\"label\":\"Số lao động\",\"from\":10,\"to\":11}");
    }

    @Test
    void whoReplacesAnOlderRevisionIsTold() {
        http.put(ROOT + "/" + CODE, fields(Map.of())).expect(HttpStatus.CREATED);
        http.put(ROOT + "/" + CODE, fields(Map.of("revision", 7))).expectRefusal(HttpStatus.CONFLICT);
    }

    @Test
    void aPersonalNumberIsKeptWithAWarning() {
        Answer kept = http.put(ROOT + "/074185001234", fields(Map.of("taxCode", "074185001234")))
                .expect(HttpStatus.CREATED);
        assertThat(kept.json().at("/warnings/0").asText()).contains("12 chữ số");
        assertThat(http.get(ROOT + "/074185001234").json().path("warnings")).hasSize(1);
    }

    @Test
    void everyWrongFieldIsNamed() {
        JsonNode problem = http.put(
                        ROOT + "/" + CODE,
                        fields(Map.of("taxCode", "1", "employees", -1, "revenue", "x", "revision", "y")))
                .expectRefusal(HttpStatus.BAD_REQUEST)
                .json();
        assertThat(problem.path("errors").findValuesAsText("field"))
                .containsExactly("taxCode", "revision", "taxCode", "employees", "revenue");
        http.put(ROOT + "/" + CODE, List.of()).expectRefusal(HttpStatus.BAD_REQUEST);
        http.get(ROOT + "/0300588569").expectRefusal(HttpStatus.NOT_FOUND);
        http.get(ROOT + "/0300588569/history").expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSearchIsAPageOfTheContract() {
        sizes.small(100);
        imported(
                HEADER + CODE
                        + ",Công ty Ánh Sáng,agriculture,10,1,1,TRUE\n0300588569,Công ty Bóng Đèn,trade-services,200,1,1,TRUE\n");

        JsonNode page = http.get(ROOT + "?text=anh%20sang&sector=agriculture&enterpriseSize=small&page=0&size=5")
                .expect(HttpStatus.OK)
                .json();
        assertThat(page.fieldNames())
                .toIterable()
                .containsExactly("items", "page", "size", "total", "totalIsLowerBound");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/taxCode").asText()).isEqualTo(CODE);
        assertThat(page.at("/items/0/enterpriseSize").asText()).isEqualTo("small");
        assertThat(http.get(ROOT).json().path("total").asInt()).isEqualTo(2);
        assertThat(http.get(ROOT + "?sector=&enterpriseSize=&text=")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "size=0, size",
        "size=201, size",
        "page=x, page",
        "sector=it, sector",
        "enterpriseSize=tiny, enterpriseSize",
        "text=%00, text"
    })
    void aWrongSearchIsRefusedWithItsField(String query, String field) {
        Answer answer = http.get(ROOT + "?" + query).expectRefusal(HttpStatus.BAD_REQUEST);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void expertsOfTheChannelReadAndDoNotWrite() {
        String id = imported(HEADER + CODE + ",Công ty Ánh Sáng,agriculture,10,1,1,TRUE\n");
        signedIn.as("qtsc.expert1", "qtsc-expert", "binhduong-qtsc");

        http.get(ROOT).expect(HttpStatus.OK);
        http.get(ROOT + "/" + CODE).expect(HttpStatus.OK);
        http.get(ROOT + "/" + CODE + "/history").expect(HttpStatus.OK);
        assertForbiddenToWrite(id);
        http.get(ROOT + "/import").expectRefusal(HttpStatus.FORBIDDEN);
        http.get(ROOT + "/import/" + id).expectRefusal(HttpStatus.FORBIDDEN);
        http.get(ROOT + "/import/" + id + "/refusals").expectRefusal(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"binhduong.leader1, binhduong-leader", "qtsc.officer1, qtsc-officer"})
    void onlyOfficersOfTheKeeperWrite(String user, String group) {
        signedIn.as(user, group, "binhduong-qtsc");
        assertForbiddenToWrite(UUID.randomUUID().toString());
    }

    @Test
    void outsideOfTheChannelNothingIsSeenNotEvenWhatThereIs() {
        String id = imported(HEADER + CODE + ",Công ty Ánh Sáng,agriculture,10,1,1,TRUE\n");
        signedIn.as("tayninh.officer1", "tayninh-officer", "binhduong-tayninh");

        http.get(ROOT).expectRefusal(HttpStatus.FORBIDDEN);
        Answer known = http.get(ROOT + "/" + CODE).expectRefusal(HttpStatus.FORBIDDEN);
        Answer unknown = http.get(ROOT + "/0300588569").expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(known.sentence()).isEqualTo(unknown.sentence());
        http.get(ROOT + "/" + CODE + "/history").expectRefusal(HttpStatus.FORBIDDEN);
        http.get(ROOT + "/import/" + id).expectRefusal(HttpStatus.FORBIDDEN);
        assertForbiddenToWrite(id);
    }

    @Test
    void theAdministratorMayDoBoth() {
        signedIn.administrator();
        http.put(ROOT + "/" + CODE, fields(Map.of())).expect(HttpStatus.CREATED);
        http.get(ROOT + "/" + CODE).expect(HttpStatus.OK);
        upload(HEADER.getBytes(StandardCharsets.UTF_8)).expect(HttpStatus.ACCEPTED);
    }

    private void assertForbiddenToWrite(String importId) {
        long before = registry.count("enterprise_import");
        upload(HEADER.getBytes(StandardCharsets.UTF_8)).expectRefusal(HttpStatus.FORBIDDEN);
        http.put(ROOT + "/" + CODE, fields(Map.of("employees", 99))).expectRefusal(HttpStatus.FORBIDDEN);
        post("/import/" + importId + "/cancellation").expectRefusal(HttpStatus.FORBIDDEN);
        assertThat(registry.count("enterprise_import")).isEqualTo(before);
    }

    private String imported(String text) {
        String id = upload(text.getBytes(StandardCharsets.UTF_8))
                .expect(HttpStatus.ACCEPTED)
                .text("id");
        registry.runImports();
        return id;
    }

    private Answer upload(byte[] content) {
        return http.upload(ROOT + "/import", Map.of(), "danh-sach.csv", content);
    }

    private Answer post(String path) {
        return http.post(ROOT + path, Map.of());
    }

    private static Map<String, Object> fields(Map<String, ?> changes) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "taxCode",
                CODE,
                "enterpriseName",
                "Công ty Ánh Sáng",
                "sector",
                "agriculture",
                "employees",
                10,
                "revenue",
                3_000_000_000L,
                "capital",
                0,
                "womenOwned",
                false));
        fields.putAll(changes);
        return fields;
    }
}
