package vn.lienket.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.lienket.evidence.FileCheck;
import vn.lienket.evidence.Finding;
import vn.lienket.page.PrivatePage;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemResponse;

/** The page on which anybody checks a file, without an account; the QR code on a sheet leads here. */
@Controller
@PrivatePage
@RequestMapping(FileCheck.PAGE)
class VerifyController {

    private final FileCheck check;

    VerifyController(FileCheck check) {
        this.check = check;
    }

    @GetMapping
    String form(
            @RequestParam(name = FileCheck.CODE, defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        String sha256 = Answers.stripped(code).toLowerCase(Locale.ROOT);
        Optional<Finding> named = check.ofCode(sha256);
        if (named.isEmpty() && !sha256.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page(
                    null,
                    "Mã kiểm tra này không đúng, hoặc không ứng với văn bản nào đã vào sổ. Hãy quét lại mã QR, hoặc tải tệp lên.",
                    model);
        }
        return page(named.orElse(null), null, model);
    }

    @PostMapping
    String check(
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestAttribute(name = ProblemResponse.TOO_LARGE, required = false) String tooLarge,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (tooLarge != null) {
                throw ProblemException.tooLarge(tooLarge);
            }
            if (file == null || file.getOriginalFilename().isEmpty() && file.isEmpty()) {
                throw ProblemException.invalid("file", "Hãy chọn tệp cần kiểm tra.");
            }
            try (InputStream content = file.getInputStream()) {
                return page(check.check(content), null, model);
            }
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            return page(null, refused.onPage(), model);
        }
    }

    private String page(Finding finding, String refusal, Model model) {
        model.addAttribute("finding", finding);
        model.addAttribute("refusal", refusal);
        model.addAttribute("megabytes", check.megabytes());
        return "evidence/verify";
    }
}
