package vn.lienket.content;

import java.util.Collection;
import org.springframework.util.unit.DataSize;
import vn.lienket.problem.ProblemException;

/** The sentences in which files are refused. */
final class Refused {

    private Refused() {}

    static ProblemException because(String reason) {
        return ProblemException.invalid("file", "Tệp (file) không được nhận: %s.".formatted(reason));
    }

    static ProblemException active(Collection<String> found) {
        return because("có nội dung chủ động (%s); hãy bỏ đi rồi tải lại".formatted(String.join("; ", found)));
    }

    static ProblemException tooMuch(DataSize limit) {
        return because("nội dung khi giải nén vượt giới hạn %d MB".formatted(limit.toMegabytes()));
    }

    static ProblemException damaged() {
        return because("tệp đã hỏng, hoặc bên trong không như phần mềm văn phòng vẫn ghi");
    }
}
