package vn.lienket.mode;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database could not be brought to this version. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return new FailureAnalysis(
                "LienKet không khởi động vì không đưa được cơ sở dữ liệu lên phiên bản này: "
                        + cause.getMessage().strip().replaceAll("\\s+", " "),
                "Bước bị lỗi không để lại thay đổi nào. Chạy lại phiên bản trước, hoặc khôi phục bản sao lưu, rồi báo cho"
                        + " người phát triển câu trên.",
                cause);
    }
}
