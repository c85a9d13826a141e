package vn.lienket.party;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the errors of the directory file instead of a stack trace. */
class InvalidDirectoryFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDirectoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidDirectoryException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Sửa tệp danh mục rồi khởi động lại; chưa có gì của tệp được áp dụng.", cause);
    }
}
