package vn.lienket.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.privacy.PersonalData.Category;
import vn.lienket.privacy.PersonalData.Certainty;
import vn.lienket.privacy.PersonalData.Column;
import vn.lienket.privacy.PersonalData.Elsewhere;
import vn.lienket.privacy.PersonalData.Ground;
import vn.lienket.privacy.PersonalData.Harmless;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** Reads the list of personal data, whose head describes it, and refuses a wrong one with every error and its line. */
final class PersonalDataReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final Pattern CERTAINTY = Pattern.compile("[WSR]");
    private static final Pattern COLUMNS =
            Pattern.compile("((lienket|audit)\\.)?[a-z0-9_]+: [a-z0-9_]+(, [a-z0-9_]+)*");
    private static final int LONGEST = 400;

    private final LineErrors errors;
    private final Map<String, Ground> grounds = new LinkedHashMap<>();
    private final Set<String> categories = new HashSet<>();
    private final Map<Column, Integer> seen = new HashMap<>();

    private PersonalDataReader(LineErrors errors) {
        this.errors = errors;
    }

    static PersonalData read(Resource file) {
        return new YamlFile(
                        file, (source, errors) -> new InvalidFileException("Danh mục dữ liệu cá nhân", source, errors))
                .read((root, errors) -> new PersonalDataReader(errors).list(root));
    }

    private PersonalData list(Node root) {
        YamlEntry file = new YamlEntry(root, "danh mục", List.of("grounds", "data", "harmless", "elsewhere"), errors);
        file.requiredEntries("grounds", "căn cứ", List.of("id", "name", "says", "certainty"))
                .forEach(this::ground);
        List<Category> data = file
                .requiredEntries(
                        "data",
                        "loại dữ liệu",
                        List.of("id", "name", "whose", "what", "why", "grounds", "kept", "ends", "columns"))
                .stream()
                .map(this::category)
                .toList();
        List<Harmless> harmless = file.entries("harmless", "nhóm cột", List.of("why", "columns")).stream()
                .map(entry -> new Harmless(entry.required("why"), columns(entry)))
                .toList();
        List<Elsewhere> elsewhere = file.entries("elsewhere", "nơi lưu", List.of("name", "what")).stream()
                .map(entry -> new Elsewhere(entry.required("name"), entry.required("what", LONGEST)))
                .toList();
        return new PersonalData(List.copyOf(grounds.values()), data, harmless, elsewhere);
    }

    private void ground(YamlEntry entry) {
        String id = entry.required("id", ID, "mã dạng " + ID);
        String certainty = entry.required("certainty", CERTAINTY, "W, S hoặc R");
        Ground ground = new Ground(
                id,
                entry.required("name"),
                entry.required("says", LONGEST),
                certainty != null && CERTAINTY.matcher(certainty).matches() ? Certainty.valueOf(certainty) : null);
        if (id != null && grounds.putIfAbsent(id, ground) != null) {
            errors.add(entry.line("id"), "%s có hai lần", entry);
        }
    }

    private Category category(YamlEntry entry) {
        String id = entry.required("id", ID, "mã dạng " + ID);
        if (id != null && !categories.add(id)) {
            errors.add(entry.line("id"), "%s có hai lần", entry);
        }
        return new Category(
                id,
                entry.required("name"),
                entry.required("whose"),
                entry.required("what", LONGEST),
                entry.required("why"),
                entry.requiredTexts("grounds").stream()
                        .map(cited -> cited(entry, cited))
                        .filter(Objects::nonNull)
                        .toList(),
                entry.required("kept", LONGEST),
                entry.required("ends", LONGEST),
                columns(entry));
    }

    private Ground cited(YamlEntry entry, YamlEntry.Text id) {
        if (!grounds.containsKey(id.value())) {
            errors.add(id.line(), "%s dẫn căn cứ '%s' không có trong danh mục", entry, id.value());
        }
        return grounds.get(id.value());
    }

    private List<Column> columns(YamlEntry entry) {
        List<Column> columns = new ArrayList<>();
        for (YamlEntry.Text text : entry.requiredTexts("columns")) {
            if (!COLUMNS.matcher(text.value()).matches()) {
                errors.add(text.line(), "'%s' phải có dạng 'bảng: cột, cột'", text.value());
                continue;
            }
            String[] parts = text.value().split(": ");
            Arrays.stream(parts[1].split(", "))
                    .map(name -> new Column(parts[0], name))
                    .forEach(column -> {
                        Integer first = seen.putIfAbsent(column, text.line());
                        if (first != null) {
                            errors.add(text.line(), "cột %s đã có ở dòng %d", column, first);
                        }
                        columns.add(column);
                    });
        }
        return columns;
    }
}
