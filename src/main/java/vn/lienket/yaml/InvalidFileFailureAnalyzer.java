package vn.lienket.yaml;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the errors of the file instead of a stack trace. */
class InvalidFileFailureAnalyzer extends AbstractFailureAnalyzer<InvalidFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidFileException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Sửa tệp rồi khởi động lại; chưa có gì của tệp được áp dụng.", cause);
    }
}
