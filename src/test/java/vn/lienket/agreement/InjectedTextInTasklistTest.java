package vn.lienket.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** What an officer types is read by the lawyer of the other side as he typed it. */
@IntegrationTest
class InjectedTextInTasklistTest {

    private static final String INJECTED =
            "<img src=x onerror=\"document.title='owned'\"> [bấm vào](javascript:alert(1)) **b** ### tiêu đề";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Test
    void markupInATitleANoteAndACommentIsShownAsItWasTyped() {
        Actor officer = cooperation.as("binhduong.officer1");
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận " + INJECTED));
        officer.complete(
                        agreement.task(AgreementModel.TASK_DRAFT, "binhduong"),
                        Map.of("generateDraft", true, "draftNote", "Ghi chú " + INJECTED))
                .expect(HttpStatus.NO_CONTENT);
        agreement.review("binhduong", "changes", "Ý kiến " + INJECTED).review("tayninh", "approve", "");
        officer.complete(
                        agreement.task(AgreementModel.TASK_REVISE, "binhduong"),
                        Map.of(
                                "draftDocumentId",
                                officer.uploaded(
                                        "binhduong-tayninh",
                                        "a.pdf",
                                        AgreementCase.continued(agreement.currentDraft(), "revised")),
                                "revisionNote",
                                "Lần hai " + INJECTED))
                .expect(HttpStatus.NO_CONTENT);

        TasklistPage tasklist = CHROMIUM.tasklistOf("tayninh.legal1")
                .open("Thẩm định dự thảo", agreement.code())
                .claim();

        assertThat(tasklist.shown("case")).containsText("Thỏa thuận " + INJECTED);
        assertThat(tasklist.shown("draft")).containsText("Lần hai " + INJECTED);
        assertThat(tasklist.shown("earlier-rounds")).containsText("Ý kiến " + INJECTED);
        assertThat(tasklist.form().locator("img")).hasCount(0);
        assertThat(tasklist.form().locator("a[href^='javascript']")).hasCount(0);
        assertThat(tasklist.page().title()).isNotEqualTo("owned");
        CHROMIUM.picture(tasklist.page(), "injected-text");
        tasklist.check("Đồng ý").complete();
    }
}
