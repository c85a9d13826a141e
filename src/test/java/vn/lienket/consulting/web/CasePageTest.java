package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

@IntegrationTest
class CasePageTest {

    private static final String NAME = "Công ty <i>Phú Lợi</i>";

    @Autowired
    Cooperation cooperation;

    @Test
    void thePageTellsHowACaseStands() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        String supplement = asked.askForSupplement("Thiếu báo cáo tài chính");
        asked.supplement(supplement, Map.of("enterpriseName", NAME)).expect(HttpStatus.FOUND);
        String roadmap = asked.sendRoadmap();
        asked.answerRoadmap(roadmap, "agree", "Làm ngay").expect(HttpStatus.FOUND);
        asked.awaitState("DECIDING_SUPPORT");

        Answer page = cooperation
                .session("qtsc.expert1")
                .open("/cases/" + asked.code())
                .expect(HttpStatus.OK);

        assertThat(page.body())
                .contains(
                        asked.code(),
                        "4. Đang xử lý",
                        "Công ty &lt;i&gt;Phú Lợi&lt;/i&gt;",
                        "Nghị định 80/2021/NĐ-CP, Điều 5 (chưa kiểm chứng: ",
                        "Nghị định 80/2021/NĐ-CP, Điều 11 (chưa kiểm chứng: ",
                        "Bộ câu hỏi nội bộ, chưa phải bộ tiêu chí chính thức (quy định nội bộ)",
                        "/camunda/app/tasklist/default/#/?task=",
                        "Lãnh đạo – Sở TT&amp;TT Bình Dương",
                        "/api/v1/consulting-cases/" + asked.code() + "/radar",
                        "Thuê phần mềm quản lý kho",
                        "Hỗ trợ dự kiến",
                        "40.000.000 đồng",
                        "Làm ngay",
                        "Đã gửi báo cáo tài chính.",
                        "5. Yêu cầu bổ sung giấy tờ",
                        "Lo-trinh-" + asked.code())
                .doesNotContain("<i>Phú", "<script");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void onlyMembersOfTheChannelSeeACase() {
        AskedCase asked = new AskedCase(cooperation, NAME);

        for (String code : new String[] {
            asked.code(),
            "H09-000000-0000",
            cooperation.agreement(Map.of("channel", "binhduong-qtsc")).code()
        }) {
            assertThat(cooperation
                            .session("tayninh.leader1")
                            .open("/cases/" + code)
                            .expect(HttpStatus.NOT_FOUND)
                            .body())
                    .contains("Không có hồ sơ %s.".formatted(code));
        }
        assertThat(cooperation.session("tayninh.leader1").open("/cases").body()).doesNotContain(asked.code());
    }

    @Test
    void aSlashAtTheEndIsThePageAllTheSameAndItsLanguageIsVietnamese() {
        AskedCase asked = new AskedCase(cooperation, NAME);
        Session expert = cooperation.session("qtsc.expert1");

        for (String page : new String[] {"/cases", "/cases/", "/cases/" + asked.code() + "/"}) {
            Answer answer = expert.open(page).expect(HttpStatus.OK);
            assertThat(answer.body()).as(page).contains(asked.code());
            assertThat(answer.header("Content-Language")).as(page).startsWith("vi");
        }
        cooperation.as("qtsc.expert1").get("/api/v1/consulting-cases/").expect(HttpStatus.OK);
    }

    @Test
    void whoIsNotSignedInIsLedThere() {
        assertThat(cooperation
                        .browser()
                        .open("/cases?status=5")
                        .expect(HttpStatus.FOUND)
                        .header("Location"))
                .endsWith("/?next=%2Fcases%3Fstatus%3D5");
        assertThat(cooperation.browser().open("/").body()).contains("href=\"/cases\"");
        cooperation.anonymous().get("/cases").expectRefusal(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theListIsSearchedByTextAndStatusAndPaged() {
        AskedCase asked = new AskedCase(cooperation, NAME + " 100%_thật");
        new AskedCase(cooperation, NAME);
        String supplement = asked.askForSupplement("Thiếu báo cáo");
        String link = "href=\"/cases/" + asked.code() + "\"";

        assertThat(list("?text=100%25_th%E1%BA%ADt&status=")).contains(link, "1 hồ sơ.");
        assertThat(list("?text=" + asked.code() + "&status=5")).contains(link);
        assertThat(list("?text=" + asked.code() + "&status=4")).contains("Không có hồ sơ nào.");
        assertThat(list("?text=" + asked.taxCode())).contains(link, "1 hồ sơ.");
        asked.supplement(supplement, Map.of("enterpriseName", "Công ty Đan Mây Tre"))
                .expect(HttpStatus.FOUND);
        assertThat(list("?text=tre+dan")).contains(link, "1 hồ sơ.");
        assertThat(list("?text=" + asked.taxCode())).contains(link, "1 hồ sơ.");
        assertThat(list("?size=1"))
                .contains("Trang 1/", "rel=\"next\" href=\"/cases?text=&amp;status=&amp;size=1&amp;page=1\"");
        assertThat(cooperation
                        .session(AskedCase.OFFICER)
                        .open("/cases?page=-1")
                        .expect(HttpStatus.BAD_REQUEST)
                        .body())
                .contains("Trang: phải từ 0 trở lên.");
    }

    private String list(String query) {
        return cooperation
                .session(AskedCase.OFFICER)
                .open("/cases" + query)
                .expect(HttpStatus.OK)
                .body();
    }
}
