package vn.lienket.problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemHandlerTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemHandler(
                    List.of(e -> e instanceof ArithmeticException
                            ? Optional.of(ProblemException.conflict("Đã được dịch."))
                            : Optional.empty()),
                    new StaticListableBeanFactory(Map.of("uploads", new MultipartConfigElement("", 50 << 20, -1, 0)))
                            .getBeanProvider(MultipartConfigElement.class)))
            .build();

    @Test
    void aRefusalShowsItsSentenceAndEveryWrongField() throws Exception {
        fail(ProblemException.invalid(List.of(
                        new ProblemException.Field("title", "Thiếu tên (title)."),
                        new ProblemException.Field("channel", "Thiếu kênh (channel)."))))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("about:blank"))
                .andExpect(jsonPath("$.title").value("Dữ liệu chưa đúng"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.detail").value("Thiếu tên (title). Thiếu kênh (channel)."))
                .andExpect(jsonPath("$.errors[*].field", contains("title", "channel")))
                .andExpect(jsonPath("$.errors[1].message").value("Thiếu kênh (channel)."));
    }

    @Test
    void aRefusalIsFoundUnderWhatWrappedIt() throws Exception {
        fail(new IllegalStateException(new RuntimeException(ProblemException.forbidden("Không được."))))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("Không được."))
                .andExpect(jsonPath("$.errors", empty()));
    }

    @Test
    void anotherLayerMaySayWhatItsExceptionMeans() throws Exception {
        fail(new IllegalStateException(new ArithmeticException()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Đã được dịch."));
    }

    @Test
    void aLostRaceIsAConflict() throws Exception {
        fail(new OptimisticLockingFailureException("row"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("được người khác thay đổi")));
    }

    @Test
    void anUploadThatTheContainerStoppedNamesTheLimit() throws Exception {
        fail(new MaxUploadSizeExceededException(-1))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail").value("Tệp lớn hơn giới hạn 50 MB."));
    }

    @Test
    void anUnexpectedFailureShowsAnIdAndNothingElse() throws Exception {
        fail(new IllegalStateException("select * from secrets"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", startsWith("Hệ thống gặp lỗi")))
                .andExpect(content().string(not(containsString("secrets"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void whatTheFrameworkRefusesIsSaidInVietnamese() throws Exception {
        mvc.perform(post("/api/v1/body").contentType(MediaType.APPLICATION_JSON).content("{"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", startsWith("Không đọc được nội dung")));
        mvc.perform(post("/api/v1/body").contentType(MediaType.TEXT_PLAIN).content("a"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.title").value("Định dạng gửi lên không được hỗ trợ"));
        mvc.perform(delete("/api/v1/body"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"))
                .andExpect(jsonPath("$.title").value("Phương thức không được hỗ trợ"));
        mvc.perform(get("/api/v1/items/muoi?size=1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("id"));
        mvc.perform(get("/api/v1/items/10"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"))
                .andExpect(jsonPath("$.errors[0].message").value("Thiếu trường size."));
    }

    @Test
    void outsideTheApiABrowserIsShownARefusalAsAPage() throws Exception {
        Failing.next = ProblemException.notFound("Không có hồ sơ này.");
        mvc.perform(get("/page").accept(MediaType.TEXT_HTML, MediaType.ALL))
                .andExpect(status().isNotFound())
                .andExpect(view().name("error"))
                .andExpect(model().attribute("title", "Không tìm thấy"))
                .andExpect(model().attribute("detail", "Không có hồ sơ này."));
        mvc.perform(get("/page").accept(MediaType.ALL))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void insideTheApiABrowserIsShownProblemDetails() throws Exception {
        Failing.next = ProblemException.notFound("Không có hồ sơ này.");
        mvc.perform(get("/api/v1/fail").accept(MediaType.TEXT_HTML, MediaType.ALL))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void outsideTheApiTheExceptionGoesOn() {
        Failing.next = new IllegalStateException("trang");
        assertThatThrownBy(() -> mvc.perform(get("/page"))).hasRootCauseMessage("trang");
    }

    private ResultActions fail(RuntimeException exception) throws Exception {
        Failing.next = exception;
        return mvc.perform(get("/api/v1/fail"));
    }

    @RestController
    static class Failing {

        private static RuntimeException next;

        @GetMapping({"/api/v1/fail", "/page"})
        void fail() {
            throw next;
        }

        @PostMapping(path = "/api/v1/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        void body(@RequestBody Map<String, String> body) {}

        @GetMapping("/api/v1/items/{id}")
        void item(@PathVariable int id, @RequestParam int size) {}
    }
}
