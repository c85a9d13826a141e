package vn.lienket.maturity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** Reads a framework, whose shape the head of the file that ships describes. What it returns is only valid if no error was noted. */
final class FrameworkReader {

    private static final List<String> FILE_KEYS = List.of(
            "version",
            "name",
            "official",
            "status",
            "citation",
            "effectiveFrom",
            "effectiveTo",
            "scale",
            "pillars",
            "levels");
    private static final List<String> PILLAR_KEYS = List.of("id", "name", "shortName", "weight", "questions");
    private static final List<String> QUESTION_KEYS = List.of("id", "text", "help", "weight", "scale");
    private static final List<String> MEANING_KEYS = List.of("value", "text");
    private static final List<String> LEVEL_KEYS = List.of("id", "name", "from", "description");

    private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,49}");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");
    private static final Pattern ANSWER = Pattern.compile("\\d");

    private static final int FEWEST_QUESTIONS = 4;
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_TEXT = 1000;
    private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(100);

    private final LineErrors errors;

    private FrameworkReader(LineErrors errors) {
        this.errors = errors;
    }

    /**
     * The framework of a file.
     *
     * @throws InvalidFileException with every error and its line
     */
    static MaturityFramework read(Resource file) {
        return new YamlFile(file, FrameworkReader::refusal)
                .read((root, errors) -> new FrameworkReader(errors).framework(root));
    }

    static InvalidFileException refusal(String source, List<String> errors) {
        return new InvalidFileException("Bộ câu hỏi đánh giá mức độ chuyển đổi số", source, errors);
    }

    private MaturityFramework framework(Node root) {
        YamlEntry file = new YamlEntry(root, "bộ câu hỏi", FILE_KEYS, errors);
        LocalDate from = file.requiredDate("effectiveFrom");
        LocalDate to = file.optionalDate("effectiveTo");
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(file.line("effectiveTo"), "%s có 'effectiveTo' (%s) trước 'effectiveFrom' (%s)", file, to, from);
        }
        List<Meaning> scale = scale(file);
        return new MaturityFramework(
                file.required("version", VERSION, "mã dạng " + VERSION),
                file.required("name"),
                Boolean.parseBoolean(file.required("official", BOOLEAN, "true hoặc false")),
                file.required("status"),
                file.required("citation", LONGEST_TEXT),
                from,
                to,
                scale,
                pillars(file, scale),
                levels(file));
    }

    private List<Pillar> pillars(YamlEntry file, List<Meaning> scale) {
        Map<String, YamlEntry> pillars = new HashMap<>();
        Map<String, YamlEntry> questions = new HashMap<>();
        return file.requiredEntries("pillars", "trụ cột", PILLAR_KEYS).stream()
                .map(entry -> new Pillar(
                        id(entry, pillars),
                        entry.required("name"),
                        entry.required("shortName", LONGEST_LABEL),
                        entry.requiredPositive("weight"),
                        questions(entry, questions, scale)))
                .toList();
    }

    private List<Question> questions(YamlEntry pillar, Map<String, YamlEntry> known, List<Meaning> scale) {
        List<YamlEntry> entries = pillar.requiredEntries("questions", "câu hỏi", QUESTION_KEYS);
        if (!entries.isEmpty() && entries.size() < FEWEST_QUESTIONS) {
            errors.add(
                    pillar.line("questions"),
                    "%s có %d câu hỏi, phải có ít nhất %d",
                    pillar,
                    entries.size(),
                    FEWEST_QUESTIONS);
        }
        return entries.stream()
                .map(entry -> new Question(
                        id(entry, known),
                        entry.required("text", LONGEST_TEXT),
                        entry.required("help", LONGEST_TEXT),
                        entry.requiredPositive("weight"),
                        entry.has("scale") ? scale(entry) : scale))
                .toList();
    }

    private List<Meaning> scale(YamlEntry owner) {
        List<Meaning> scale = owner.requiredEntries("scale", "mức trả lời của " + owner, MEANING_KEYS).stream()
                .map(this::meaning)
                .toList();
        List<Integer> expected = IntStream.rangeClosed(0, MaturityFramework.HIGHEST_ANSWER)
                .boxed()
                .toList();
        if (!scale.isEmpty()
                && !expected.equals(scale.stream().map(Meaning::value).toList())) {
            errors.add(
                    owner.line("scale"),
                    "'scale' của %s phải gồm các mức từ 0 đến %d theo thứ tự",
                    owner,
                    MaturityFramework.HIGHEST_ANSWER);
        }
        return scale;
    }

    private Meaning meaning(YamlEntry entry) {
        String value = entry.required("value", ANSWER, "một chữ số");
        boolean digit = value != null && ANSWER.matcher(value).matches();
        return new Meaning(digit ? Integer.parseInt(value) : -1, entry.required("text", LONGEST_TEXT));
    }

    private List<Level> levels(YamlEntry file) {
        Map<String, YamlEntry> known = new HashMap<>();
        List<YamlEntry> entries = file.requiredEntries("levels", "mức độ", LEVEL_KEYS);
        List<Level> levels = entries.stream()
                .map(entry -> new Level(
                        id(entry, known),
                        entry.required("name"),
                        entry.requiredNumber("from"),
                        entry.required("description", LONGEST_TEXT)))
                .toList();
        for (int i = 0; i < levels.size(); i++) {
            BigDecimal previous = i == 0 ? null : levels.get(i - 1).from();
            checkCutOff(entries.get(i), i == 0, previous, levels.get(i).from());
        }
        return levels;
    }

    private void checkCutOff(YamlEntry entry, boolean first, BigDecimal previous, BigDecimal from) {
        if (from == null) {
            return;
        }
        if (first && from.signum() != 0) {
            errors.add(entry.line("from"), "%s đứng đầu nên phải có 'from' là 0, không phải %s", entry, from);
        }
        if (previous != null && from.compareTo(previous) <= 0) {
            errors.add(entry.line("from"), "%s có 'from' là %s, phải lớn hơn mức trước (%s)", entry, from, previous);
        }
        if (from.compareTo(HIGHEST_SCORE) > 0) {
            errors.add(entry.line("from"), "%s có 'from' là %s, không được quá %s", entry, from, HIGHEST_SCORE);
        }
    }

    private String id(YamlEntry entry, Map<String, YamlEntry> known) {
        String id = entry.required("id", ID, "mã dạng " + ID);
        YamlEntry earlier = id == null ? null : known.putIfAbsent(id, entry);
        if (earlier != null) {
            errors.add(entry.line("id"), "%s đã có ở dòng %d", entry, earlier.line("id"));
        }
        return id;
    }
}
