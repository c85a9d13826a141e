package vn.lienket.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** A draft made from the template, again and again, and as a file to edit. */
@IntegrationTest
class TemplateDraftTest {

    @Autowired
    Cooperation cooperation;

    @Test
    void aGeneratedDraftIsADocxToEditAndThePdfUnderReviewAndIsMadeAgainInTheRevision() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận hợp tác soạn lại từ mẫu"));
        agreement.draft();
        agreement.review("binhduong", "approve", "").review("tayninh", "changes", "Lập lại theo mẫu mới");
        cooperation
                .as("binhduong.officer1")
                .complete(
                        agreement.task(AgreementModel.TASK_REVISE, "binhduong"),
                        Map.of("generateDraft", true, "revisionNote", "Lập lại từ mẫu"))
                .expect(HttpStatus.NO_CONTENT);

        JsonNode view = agreement.view();
        assertThat(view.path("rounds")).hasSize(2).allSatisfy(round -> {
            assertThat(round.at("/draft/document").asText())
                    .isNotEqualTo(round.at("/draft/editable").asText());
            assertThat(file(round.at("/draft/document").asText()).bytes()).startsWith('%', 'P', 'D', 'F');
            assertThat(words(file(round.at("/draft/editable").asText())))
                    .contains("Soạn lại từ mẫu")
                    .doesNotContain("Thỏa thuận hợp tác soạn lại", agreement.code(), "kênh");
        });
        assertThat(view.path("documents"))
                .extracting(document -> "%s %s"
                        .formatted(
                                document.path("kind").asText(),
                                document.path("version").asText()))
                .containsExactly("draft 1", "draft 2");
        String page = cooperation
                .as("tayninh.legal1")
                .open("/cases/" + agreement.code())
                .body();
        assertThat(page).contains("Tải bản Word");
    }

    @Test
    void aRevisionWithoutAFileIsRefusedUnlessItIsMadeFromTheTemplate() {
        AgreementCase agreement = cooperation.agreement().draft();
        agreement.review("binhduong", "approve", "").review("tayninh", "changes", "Sửa Điều 2");

        Answer refused = cooperation
                .as("binhduong.officer1")
                .complete(agreement.task(AgreementModel.TASK_REVISE, "binhduong"), Map.of("generateDraft", false));

        assertThat(refused.expect(HttpStatus.BAD_REQUEST).body()).contains("chọn tạo lại dự thảo từ mẫu");
        assertThat(agreement.view().path("rounds")).hasSize(1);
    }

    @Test
    void theLeadFetchesTheTemplateWhileTheDraftIsHisToWrite() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận lấy mẫu về sửa"));
        String path = "/api/v1/agreements/%s/draft?format=".formatted(agreement.code());

        Answer docx = as("binhduong.officer1", path + "docx").expect(HttpStatus.OK);
        assertThat(words(docx)).contains("Lấy mẫu về sửa", "Điều 5. Hiệu lực thi hành");
        assertThat(docx.header("Content-Disposition")).contains(agreement.code() + ".docx");
        assertThat(as("binhduong.officer2", path + "pdf").expect(HttpStatus.OK).bytes())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(agreement.view().path("documents")).isEmpty();

        as("binhduong.officer1", path + "odt").expectRefusal(HttpStatus.BAD_REQUEST);
        as("tayninh.officer1", path + "docx").expectRefusal(HttpStatus.FORBIDDEN);
        as("qtsc.officer1", path + "docx").expectRefusal(HttpStatus.NOT_FOUND);
        agreement.draft();
        as("binhduong.officer1", path + "docx").expectRefusal(HttpStatus.CONFLICT);
    }

    private Answer as(String user, String path) {
        return cooperation.as(user).get(path);
    }

    private Answer file(String document) {
        return as("binhduong.officer1", "/api/v1/documents/" + document).expect(HttpStatus.OK);
    }

    private static String words(Answer docx) {
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx.bytes())))) {
            return text.getText().replace('\u00A0', ' ');
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
