package vn.lienket.comparison;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** What a new version of a draft changes, asked for at each door. */
@IntegrationTest
class ComparisonDoorsTest {

    private static final String[] FIRST = {
        "Điều 1. Mục đích",
        "Các bên hợp tác xây dựng trung tâm điều hành thông minh.",
        "Điều 2. Nội dung",
        "Chia sẻ dữ liệu dùng chung.",
        "Đào tạo nhân lực số.",
        "Vận hành nền tảng tích hợp.",
        "Hỗ trợ kỹ thuật khi có sự cố.",
        "Điều 3. Kinh phí",
        "Mỗi bên chi không quá 700.000.000 đồng."
    };

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Test
    void aReviewerReadsWhatChangedFromTheFormAndFromThePageOfTheCase() {
        AgreementCase agreement =
                revised("Thỏa thuận so sánh trên trang", Versions.docx(FIRST), Versions.pdf(second()));

        Page page = CHROMIUM.signIn("tayninh.legal1");
        page.navigate("/cases/" + agreement.code());
        page.getByText("So sánh với phiên bản trước").click();

        assertThat(page.locator("h2").first()).hasText("2 chỗ thay đổi");
        assertThat(page.locator("ins").last()).containsText("750.000.000");
        assertThat(page.locator("del").last()).containsText("bỏ: 700.000.000, hết phần bỏ");
        assertThat(page.locator("details summary")).hasText("4 đoạn không thay đổi");
        page.getByText("Đến chỗ thay đổi đầu tiên").click();
        assertThat(page.locator("#thay-doi-1")).isInViewport();
        page.locator("#thay-doi-1").click();
        assertThat(page.url()).endsWith("#thay-doi-2");
        Inspection inspection = new Inspection();
        inspection.look(page, "the comparison");
        inspection.findsNothing();
        CHROMIUM.picture(page, "comparison");
    }

    @Test
    void theApiSaysTheSameAndOnlyToMembersOfTheChannel() {
        AgreementCase agreement = revised("Thỏa thuận so sánh qua API", Versions.docx(FIRST), Versions.docx(second()));
        String path = path(agreement, document(agreement, 0), document(agreement, 1));

        JsonNode compared =
                as("tayninh.officer1").get(path).expect(HttpStatus.OK).json();

        assertThat(compared.path("changes").asInt()).isEqualTo(2);
        assertThat(compared.at("/from/version").asInt()).isEqualTo(1);
        assertThat(compared.at("/to/version").asInt()).isEqualTo(2);
        assertThat(compared.path("blocks"))
                .anySatisfy(block -> assertThat(block.path("pieces")).anySatisfy(piece -> {
                    assertThat(piece.path("kind").asText()).isEqualTo("removed");
                    assertThat(piece.path("text").asText()).isEqualTo("700.000.000");
                }));
        as("qtsc.officer1").get(path).expect(HttpStatus.NOT_FOUND);
        as("qtsc.officer1").open(path.replace("/api/v1", "")).expect(HttpStatus.NOT_FOUND);
    }

    @Test
    void onlyDocumentsOfTheCaseAreCompared() {
        AgreementCase agreement = cooperation.agreement().draft();
        AgreementCase other = cooperation.agreement().draft();
        String own = document(agreement, 0);

        refused(agreement, own, document(other, 0), HttpStatus.NOT_FOUND, "Hồ sơ không có tài liệu này.");
        refused(agreement, own, UUID.randomUUID().toString(), HttpStatus.NOT_FOUND, "Hồ sơ không có tài liệu này.");
        refused(agreement, own, own, HttpStatus.BAD_REQUEST, "khác bản cũ");
        refused(agreement, own, "", HttpStatus.BAD_REQUEST, "Bản mới (to)");
        as("tayninh.legal1").get(path(agreement, own, "x")).expectRefusal(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aScanIsToBeReadByEye() {
        AgreementCase agreement =
                revised("Thỏa thuận có bản quét", Versions.docx(FIRST), Versions.pdf(160, new String[0]));

        refused(
                agreement,
                document(agreement, 0),
                document(agreement, 1),
                HttpStatus.BAD_REQUEST,
                "không có chữ để so sánh");
    }

    @Test
    void aTextTooLongForItIsSaidToBe() {
        String[] long_ = IntStream.range(0, 9_000)
                .mapToObj(i -> "Khoản %d. Các bên thống nhất thực hiện đầy đủ nội dung đã cam kết.".formatted(i))
                .toArray(String[]::new);
        AgreementCase agreement = revised("Thỏa thuận rất dài", Versions.docx(FIRST), Versions.docx(long_));

        refused(
                agreement,
                document(agreement, 0),
                document(agreement, 1),
                HttpStatus.PAYLOAD_TOO_LARGE,
                "quá dài nên không so sánh được tự động");
    }

    private static String[] second() {
        String[] second = FIRST.clone();
        second[1] = "Các bên hợp tác xây dựng và vận hành trung tâm điều hành thông minh.";
        second[8] = "Mỗi bên chi không quá 750.000.000 đồng.";
        return second;
    }

    /** An agreement whose first version was sent back and revised. */
    private AgreementCase revised(String title, byte[] first, byte[] second) {
        AgreementCase agreement = cooperation.agreement(Map.of("title", title));
        handIn(agreement, AgreementModel.TASK_DRAFT, first);
        agreement.review("binhduong", "approve", "").review("tayninh", "changes", "Sửa Điều 3");
        handIn(agreement, AgreementModel.TASK_REVISE, second);
        return agreement;
    }

    private void handIn(AgreementCase agreement, String task, byte[] file) {
        Actor officer = as("binhduong.officer1");
        String name = file[0] == '%' ? "du-thao.pdf" : "du-thao.docx";
        String id = officer.uploaded(agreement.view().path("channel").asText(), name, file);
        officer.complete(agreement.task(task, "binhduong"), Map.of("draftDocumentId", id))
                .expect(HttpStatus.NO_CONTENT);
    }

    private static String document(AgreementCase agreement, int round) {
        return agreement.view().at("/rounds/%d/draft/document".formatted(round)).asText();
    }

    private static String path(AgreementCase agreement, String from, String to) {
        return "/api/v1/cases/%s/comparison?from=%s&to=%s".formatted(agreement.code(), from, to);
    }

    private void refused(AgreementCase agreement, String from, String to, HttpStatus status, String sentence) {
        Actor reader = as("tayninh.legal1");
        String path = path(agreement, from, to);
        assertThat(reader.get(path).expectRefusal(status).sentence()).contains(sentence);
        assertThat(reader.open(path.replace("/api/v1", "")).expect(status).body())
                .contains(sentence);
    }

    private Actor as(String user) {
        return cooperation.as(user);
    }
}
