package vn.lienket.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferJourney;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.process.TransferModel;

/** The page and the timeline of a case of each kind. */
@IntegrationTest
class TimelineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Cooperation cooperation;

    @Test
    void ofAnAgreement() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận <b>có diễn biến</b>"));
        agreement.draft();
        agreement.review("tayninh", "changes", "Sửa Điều 2");
        agreement.review("binhduong", "approve", "");

        awaitMail(agreement.code(), "binhduong.officer1");
        List<JsonNode> timeline = timeline(agreement.code(), "tayninh.officer1");

        assertThat(timeline)
                .extracting(entry -> Instant.parse(entry.path("at").asText()))
                .isSorted();
        assertThat(timeline)
                .extracting(entry -> entry.path("kind").asText())
                .contains("status", "task", "document", "decision", "mail");
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("what").asText()).isEqualTo("Hoàn thành: Soạn dự thảo thỏa thuận");
            assertThat(entry.path("by").asText()).isEqualTo("binhduong.officer1");
            assertThat(entry.path("onBehalfOf").isNull()).isTrue();
        });
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("what").asText()).contains("Thẩm định phiên bản 1", "yêu cầu sửa");
            assertThat(entry.path("by").asText()).isEqualTo("tayninh.legal1");
            assertThat(entry.path("detail").asText()).isEqualTo("Sửa Điều 2");
        });
        String page = page(agreement.code(), "tayninh.leader1");
        assertThat(page)
                .contains(
                        "Thỏa thuận &lt;b&gt;có diễn biến&lt;/b&gt;",
                        "Dự thảo và ý kiến",
                        "Phiên bản 1",
                        "Sửa Điều 2",
                        "Chỉnh sửa dự thảo",
                        "Tài liệu",
                        "Diễn biến",
                        "/api/v1/documents/")
                .doesNotContain("<b>có", "<script");
    }

    @Test
    void ofATransferWhoseAssessmentsStayHiddenUntilAllAreIn() {
        TransferJourney transfer = cooperation.transfer(TransferFields.startWithTwoExperts());
        transfer.complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        transfer.complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("partly"));
        String officer = transfer.view().path("leadOrganisation").asText() + ".officer1";
        String note = TransferWalk.assessment("partly").get("assessmentNote").toString();

        assertThat(what(timeline(transfer.code(), officer))).noneMatch(what -> what.startsWith("Đánh giá khả thi: "));
        assertThat(page(transfer.code(), officer))
                .contains("Còn chờ 1 đánh giá")
                .doesNotContain(note);

        transfer.complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("partly"));
        assertThat(what(timeline(transfer.code(), officer)))
                .filteredOn(what -> what.startsWith("Đánh giá khả thi: "))
                .hasSize(2);
        assertThat(page(transfer.code(), officer)).contains(note, "Khả thi một phần");
    }

    @Test
    void ofATransferWithItsClock() {
        TransferJourney transfer = cooperation.transfer(Map.of());
        transfer.complete(
                TransferModel.TASK_CHECK,
                Map.of("requestDecision", "supplement", "requestComment", "Thiếu thuyết minh"));
        String officer = transfer.view().path("leadOrganisation").asText() + ".officer1";

        assertThat(what(timeline(transfer.code(), officer))).contains("Thời hạn xử lý dừng lại");
        assertThat(page(transfer.code(), officer)).contains("tạm dừng từ ", "Thiếu thuyết minh", "đang dừng");
    }

    @Test
    void ofATransferUpToItsDelivery() {
        TransferJourney transfer = cooperation.transfer(Map.of()).upToDelivery();
        String officer = transfer.view().path("leadOrganisation").asText() + ".officer1";

        assertThat(page(transfer.code(), officer))
                .contains("Kế hoạch chuyển giao, phiên bản 1", "Điều khoản hợp đồng", "Ý kiến về kế hoạch", "Hợp đồng");
        assertThat(what(timeline(transfer.code(), officer)))
                .filteredOn(what -> what.startsWith("Kế hoạch phiên bản 1: "))
                .hasSize(2);
    }

    @Test
    void ofAConsultingCaseWithARemarkAndWhoDidItForWhom() {
        ConsultingJourney consulting = cooperation.consulting();
        JsonNode task = consulting.task(ConsultingModel.TASK_VERIFY);
        cooperation
                .as("binhduong.officer1")
                .post(
                        "/engine-rest/task/%s/comment/create"
                                .formatted(task.path("id").asText()),
                        Map.of("message", "Đã gọi điện cho doanh nghiệp"))
                .expect(HttpStatus.OK);
        consulting.complete(
                "binhduong.officer1", ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"));

        List<JsonNode> timeline = timeline(consulting.code(), "qtsc.expert1");

        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("comment");
            assertThat(entry.path("detail").asText()).isEqualTo("Đã gọi điện cho doanh nghiệp");
        });
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("task");
            assertThat(entry.path("by").asText()).isEqualTo("binhduong.officer1");
            assertThat(entry.path("byName").asText()).isNotEmpty();
        });
    }

    @Test
    void ofNoSuchCase() {
        cooperation.as("admin").get("/api/v1/cases/none/timeline").expectRefusal(HttpStatus.NOT_FOUND);
        assertThat(cooperation
                        .session("binhduong.officer1")
                        .open("/cases/none/")
                        .expect(HttpStatus.NOT_FOUND)
                        .body())
                .contains("Không có hồ sơ none.");
    }

    private void awaitMail(String code, String person) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(timeline(code, person))
                        .extracting(entry -> entry.path("kind").asText())
                        .contains("mail"));
    }

    private List<JsonNode> timeline(String code, String person) {
        Answer answer = cooperation
                .as(person)
                .get("/api/v1/cases/%s/timeline".formatted(code))
                .expect(HttpStatus.OK);
        List<JsonNode> entries = new ArrayList<>();
        answer.json().forEach(entries::add);
        return entries;
    }

    private static List<String> what(List<JsonNode> timeline) {
        return timeline.stream().map(entry -> entry.path("what").asText()).toList();
    }

    private String page(String code, String person) {
        return cooperation
                .session(person)
                .open("/cases/" + code)
                .expect(HttpStatus.OK)
                .body();
    }
}
