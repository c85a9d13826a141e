package vn.lienket.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class InvalidFileFailureAnalyzerTest {

    @Test
    void endsAStartWithEveryErrorOfTheFile() {
        var invalid =
                new InvalidFileException("Danh mục", "directory.yaml", List.of("dòng 1: thứ nhất", "dòng 2: thứ hai"));

        FailureAnalysis analysis = registered().analyze(new IllegalStateException("start failed", invalid));

        assertThat(analysis.getDescription()).contains("directory.yaml", "dòng 1: thứ nhất", "dòng 2: thứ hai");
        assertThat(analysis.getAction()).startsWith("Sửa tệp");
    }

    private static FailureAnalyzer registered() {
        ClassLoader loader = SpringApplication.class.getClassLoader();
        return SpringFactoriesLoader.forDefaultResourceLocation(loader)
                // others want more than there is here
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .filter(InvalidFileFailureAnalyzer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
