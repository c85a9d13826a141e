package vn.lienket.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

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
        return SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, loader).stream()
                .filter(InvalidFileFailureAnalyzer.class.getName()::equals)
                .map(name -> new InvalidFileFailureAnalyzer())
                .findFirst()
                .orElseThrow();
    }
}
