package vn.lienket.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.party.Role;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** Reads templates, whose shape the head of the file that ships describes. What it returns is only valid if no error was noted. */
final class TemplateReader {

    private static final List<String> FIELD_KEYS = List.of("field", "workItems", "indicators");
    private static final List<String> ITEM_KEYS = List.of("title", "organisation", "role", "dueInWorkingDays");
    private static final List<String> INDICATOR_KEYS =
            List.of("name", "unit", "kind", "direction", "target", "baseline");
    private static final List<String> BASELINE_KEYS = List.of("value", "asOf", "source", "doubt");

    /** The two parts in an activity, and the parties of the agreements that the fields come from. */
    private static final Map<String, String> ORGANISATIONS = words(
            Stream.of(TemplateItem.LEAD, TemplateItem.PARTNER, "binhduong", "tayninh", "qtsc"), Function.identity());

    private static final Map<String, Role> ROLES =
            words(Arrays.stream(Role.values()).filter(Role::doesWork), Role::id);
    private static final Map<String, IndicatorKind> KINDS =
            words(Arrays.stream(IndicatorKind.values()), IndicatorKind::code);
    private static final Map<String, Direction> DIRECTIONS = words(Arrays.stream(Direction.values()), Direction::code);

    private static final int FEWEST_ITEMS = 3;
    private static final int MOST_ITEMS = 6;
    private static final int MOST_INDICATORS = 3;

    /** A template is made for a year, which has fewer working days. */
    private static final int LONGEST_TERM = 260;

    private final Collection<String> fields;
    private final LineErrors errors;

    private TemplateReader(Collection<String> fields, LineErrors errors) {
        this.fields = fields;
        this.errors = errors;
    }

    /**
     * The templates of a file, one of each field.
     *
     * @param fields the codes of the fields there are
     * @throws InvalidFileException with every error and its line
     */
    static List<FieldTemplate> read(Resource file, Collection<String> fields) {
        return new YamlFile(
                        file,
                        (source, errors) ->
                                new InvalidFileException("Danh mục công việc, chỉ tiêu mẫu", source, errors))
                .read((root, errors) -> new TemplateReader(fields, errors).templates(root));
    }

    private List<FieldTemplate> templates(Node root) {
        Map<String, Integer> known = new HashMap<>();
        List<FieldTemplate> templates = YamlEntry.list(root, "lĩnh vực", FIELD_KEYS, errors).stream()
                .map(entry -> new FieldTemplate(field(entry, known), workItems(entry), indicators(entry)))
                .toList();
        fields.stream()
                .filter(field -> !known.containsKey(field))
                .forEach(missing -> errors.add(1, "thiếu lĩnh vực '%s'", missing));
        return templates;
    }

    private String field(YamlEntry entry, Map<String, Integer> known) {
        String field = unique(entry, "field", known);
        if (field != null && !fields.contains(field)) {
            errors.add(entry.line("field"), "không có lĩnh vực '%s'", field);
        }
        return field;
    }

    private List<TemplateItem> workItems(YamlEntry field) {
        Map<String, Integer> titles = new HashMap<>();
        List<YamlEntry> entries = field.requiredEntries("workItems", "công việc", ITEM_KEYS);
        checkSize(field, "workItems", entries, FEWEST_ITEMS, MOST_ITEMS);
        return entries.stream()
                .map(entry -> new TemplateItem(
                        unique(entry, "title", titles),
                        word(entry, "organisation", ORGANISATIONS),
                        word(entry, "role", ROLES),
                        dueInWorkingDays(entry)))
                .toList();
    }

    private static int dueInWorkingDays(YamlEntry entry) {
        Long days = entry.requiredCount("dueInWorkingDays", LONGEST_TERM);
        return days == null ? 0 : days.intValue();
    }

    private List<TemplateIndicator> indicators(YamlEntry field) {
        Map<String, Integer> names = new HashMap<>();
        List<YamlEntry> entries = field.requiredEntries("indicators", "chỉ tiêu", INDICATOR_KEYS);
        checkSize(field, "indicators", entries, 1, MOST_INDICATORS);
        return entries.stream().map(entry -> indicator(entry, names)).toList();
    }

    private TemplateIndicator indicator(YamlEntry entry, Map<String, Integer> names) {
        String name = unique(entry, "name", names);
        String unit = entry.required("unit");
        IndicatorKind kind = word(entry, "kind", KINDS);
        Direction direction = word(entry, "direction", DIRECTIONS);
        BigDecimal target = number(entry, "target", kind);
        Baseline baseline = baseline(entry, kind);
        if (kind != null && direction != null && !kind.allows(direction)) {
            errors.add(entry.line("direction"), "thứ hạng phải có 'direction' là less");
        }
        if (direction != null
                && target != null
                && baseline != null
                && baseline.value() != null
                && !direction.allows(target, baseline.value())) {
            errors.add(
                    entry.line("target"),
                    "'target' của %s là %s, kém hơn giá trị ban đầu (%s)",
                    entry,
                    target.toPlainString(),
                    baseline.value().toPlainString());
        }
        return new TemplateIndicator(name, unit, kind, direction, target, baseline);
    }

    private Baseline baseline(YamlEntry indicator, IndicatorKind kind) {
        YamlEntry entry = indicator.optionalEntry("baseline", "giá trị ban đầu", BASELINE_KEYS);
        return entry == null
                ? null
                : new Baseline(
                        number(entry, "value", kind),
                        entry.requiredDate("asOf"),
                        entry.required("source"),
                        entry.optional("doubt"));
    }

    private BigDecimal number(YamlEntry entry, String key, IndicatorKind kind) {
        BigDecimal number = entry.requiredNumber(key);
        String complaint = number == null || kind == null ? null : kind.check(number);
        if (complaint != null) {
            errors.add(entry.line(key), "'%s' của %s là %s, %s", key, entry, number.toPlainString(), complaint);
        }
        return number;
    }

    private <T> T word(YamlEntry entry, String key, Map<String, T> words) {
        String value = entry.required(key);
        if (value != null && !words.containsKey(value)) {
            errors.add(
                    entry.line(key),
                    "'%s' của %s là '%s', phải là một trong: %s",
                    key,
                    entry,
                    value,
                    String.join(", ", words.keySet()));
        }
        return words.get(value);
    }

    private static <T> Map<String, T> words(Stream<T> values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        values.forEach(value -> words.put(word.apply(value), value));
        return words;
    }

    private String unique(YamlEntry entry, String key, Map<String, Integer> known) {
        String value = entry.required(key);
        Integer earlier = value == null ? null : known.putIfAbsent(value, entry.line(key));
        if (earlier != null) {
            errors.add(entry.line(key), "%s '%s' đã có ở dòng %d", entry, value, earlier);
        }
        return value;
    }

    private void checkSize(YamlEntry field, String key, List<YamlEntry> entries, int fewest, int most) {
        if (!entries.isEmpty() && (entries.size() < fewest || entries.size() > most)) {
            errors.add(
                    field.line(key),
                    "'%s' của %s có %d mục, phải có từ %d đến %d",
                    key,
                    field,
                    entries.size(),
                    fewest,
                    most);
        }
    }
}
