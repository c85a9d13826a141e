package vn.lienket.maturity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.lienket.yaml.InvalidFileException;

/**
 * The frameworks that ship ({@code reference/maturity/*.yaml}) and those of the directory {@code lienket.maturity.directory}. A wrong
 * file ends the start with all its errors.
 */
@Component
public class MaturityFrameworks {

    private static final Comparator<MaturityFramework> OFFICIAL_FIRST_THEN_NEWEST = Comparator.comparing(
                    MaturityFramework::official)
            .thenComparing(MaturityFramework::effectiveFrom)
            .thenComparing(MaturityFramework::version)
            .reversed();

    private final List<MaturityFramework> frameworks;

    MaturityFrameworks(MaturityProperties properties) {
        Map<String, Resource> files = new LinkedHashMap<>();
        List<MaturityFramework> read = new ArrayList<>();
        for (Resource file : files(properties.directory())) {
            MaturityFramework framework = FrameworkReader.read(file);
            Resource earlier = files.putIfAbsent(framework.version(), file);
            if (earlier != null) {
                throw refusal(
                        file, "phiên bản '%s' đã có trong %s".formatted(framework.version(), earlier.getDescription()));
            }
            read.add(framework);
        }
        this.frameworks = read.stream().sorted(OFFICIAL_FIRST_THEN_NEWEST).toList();
    }

    /** Every framework, also those no longer in force: official ones first, then the newest. */
    public List<MaturityFramework> all() {
        return frameworks;
    }

    /** The framework of that version. */
    public Optional<MaturityFramework> find(String version) {
        return frameworks.stream()
                .filter(framework -> framework.version().equals(version))
                .findFirst();
    }

    /** What an assessment begun on that day uses: of those in force an official one before an internal one, then the newest. */
    public Optional<MaturityFramework> current(LocalDate day) {
        return frameworks.stream().filter(framework -> framework.isInForce(day)).findFirst();
    }

    private static List<Resource> files(Path directory) {
        List<Resource> files = new ArrayList<>();
        try {
            files.addAll(List.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:reference/maturity/*.yaml")));
            if (directory != null) {
                files.addAll(filesOf(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Resource> filesOf(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw refusal(new FileSystemResource(directory), "không có thư mục này (lienket.maturity.directory)");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .<Resource>map(FileSystemResource::new)
                    .toList();
        }
    }

    private static InvalidFileException refusal(Resource file, String error) {
        return FrameworkReader.refusal(file.getDescription(), List.of(error));
    }
}
