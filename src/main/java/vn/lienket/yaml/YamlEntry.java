package vn.lienket.yaml;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file. It hands out values and notes, with the line, each that is missing or of the wrong shape; such a
 * value is null. It reads nodes only, so no tag can make an object.
 */
public final class YamlEntry {

    /** A text and the line it stands in. */
    public record Text(String value, int line) {}

    private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP);
    private static final int LONGEST_TEXT = 200;

    /** Control characters break mail headers and PostgreSQL refuses some; invisible ones hide what a name says. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** What a calculation may take: no exponents, no more digits than anyone means. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final String kind;
    private final int line;
    private final LineErrors errors;

    /**
     * @param kind how messages call it, e.g. "người"
     * @param keys the keys it may have
     */
    public YamlEntry(Node node, String kind, Collection<String> keys, LineErrors errors) {
        this.kind = kind;
        this.line = lineOf(node);
        this.errors = errors;
        if (node instanceof MappingNode mapping && Tag.MAP.equals(node.getTag())) {
            mapping.getValue().forEach(tuple -> take(tuple, keys));
        } else {
            errors.add(line, "%s phải gồm các cặp 'khoá: giá trị'", kind);
        }
    }

    /** The entries of a file that is a list of them. */
    public static List<YamlEntry> list(Node root, String kind, Collection<String> keys, LineErrors errors) {
        if (root instanceof SequenceNode list && Tag.SEQ.equals(root.getTag())) {
            return list.getValue().stream()
                    .map(node -> new YamlEntry(node, kind, keys, errors))
                    .toList();
        }
        errors.add(lineOf(root), "tệp phải là một danh sách %s", kind);
        return List.of();
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line of the value of {@code key}; the line of the entry if it has none. */
    public int line(String key) {
        return values.containsKey(key) ? lineOf(values.get(key)) : line;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The name of the entry in messages, e.g. "người 'binhduong.officer1'". */
    @Override
    public String toString() {
        return values.get("id") instanceof ScalarNode id ? "%s '%s'".formatted(kind, id.getValue()) : kind;
    }

    /** A text of at most 200 characters, NFC, without spaces around it. */
    public String optional(String key) {
        return isMissing(key) ? null : text(values.get(key), key, LONGEST_TEXT);
    }

    public String required(String key) {
        return required(key, LONGEST_TEXT);
    }

    public String required(String key, int longest) {
        return isPresent(key) ? text(values.get(key), key, longest) : null;
    }

    /** A required text of the given form; one of another form is noted with {@code form} as the explanation. */
    public String required(String key, Pattern pattern, String form) {
        String value = required(key);
        if (value != null && !pattern.matcher(value).matches()) {
            errors.add(line(key), "'%s' của %s là '%s', phải là %s", key, this, value, form);
        }
        return value;
    }

    /** A required number above zero. */
    public BigDecimal requiredPositive(String key) {
        BigDecimal value = requiredNumber(key);
        if (value != null && value.signum() <= 0) {
            errors.add(line(key), "'%s' của %s là %s, phải lớn hơn 0", key, this, value.toPlainString());
        }
        return value;
    }

    /** A required number in decimal notation. */
    public BigDecimal requiredNumber(String key) {
        String value = required(key, NUMBER, "một số");
        return value != null && NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
    }

    /** A required whole number from 1 to {@code most}. */
    public Long requiredCount(String key, long most) {
        String value = required(key);
        if (value == null) {
            return null;
        }
        Long count = COUNT.matcher(value).matches() ? Long.valueOf(value) : null;
        if (count == null || count < 1 || count > most) {
            errors.add(line(key), "'%s' của %s là '%s', phải là một số nguyên từ 1 đến %d", key, this, value, most);
        }
        return count;
    }

    public LocalDate optionalDate(String key) {
        String value = optional(key);
        return value == null ? null : date(key, value);
    }

    public LocalDate requiredDate(String key) {
        return isPresent(key) ? optionalDate(key) : null;
    }

    /** The texts of a list; empty if the key is missing. A text that stands in it twice is noted. */
    public List<Text> texts(String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Node node : elements(key)) {
            String value = text(node, key, LONGEST_TEXT);
            if (value != null && texts.putIfAbsent(value, new Text(value, lineOf(node))) != null) {
                errors.add(lineOf(node), "'%s' của %s nêu '%s' hai lần", key, this, value);
            }
        }
        return List.copyOf(texts.values());
    }

    /** The texts of a list that must have some. */
    public List<Text> requiredTexts(String key) {
        return isPresent(key) ? texts(key) : List.of();
    }

    /** The entries of a list; empty if the key is missing. */
    public List<YamlEntry> entries(String key, String entryKind, Collection<String> keys) {
        return elements(key).stream()
                .map(node -> new YamlEntry(node, entryKind, keys, errors))
                .toList();
    }

    /** The entries of a list that must have some. */
    public List<YamlEntry> requiredEntries(String key, String entryKind, Collection<String> keys) {
        return isPresent(key) ? entries(key, entryKind, keys) : List.of();
    }

    /** The entry that is the value of {@code key}; null if the key is missing. */
    public YamlEntry optionalEntry(String key, String entryKind, Collection<String> keys) {
        return isMissing(key) ? null : new YamlEntry(values.get(key), entryKind, keys, errors);
    }

    private void take(NodeTuple tuple, Collection<String> keys) {
        int keyLine = lineOf(tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
        if (key == null || !keys.contains(key)) {
            errors.add(keyLine, "%s có khoá lạ%s", this, key == null ? "" : " '" + key + "'");
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            errors.add(keyLine, "%s có khoá '%s' hai lần", this, key);
        }
    }

    private boolean isPresent(String key) {
        if (isMissing(key)) {
            errors.add(line(key), "%s thiếu '%s'", this, key);
            return false;
        }
        return true;
    }

    private boolean isMissing(String key) {
        Node node = values.get(key);
        return node == null
                || Tag.NULL.equals(node.getTag())
                || node instanceof ScalarNode scalar && scalar.getValue().isBlank()
                || node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    private List<Node> elements(String key) {
        if (isMissing(key)) {
            return List.of();
        }
        Node node = values.get(key);
        if (node instanceof SequenceNode list && Tag.SEQ.equals(node.getTag())) {
            return list.getValue();
        }
        errors.add(lineOf(node), "'%s' của %s phải là một danh sách", key, this);
        return List.of();
    }

    private String text(Node node, String key, int longest) {
        if (!(node instanceof ScalarNode scalar) || !SCALARS.contains(node.getTag())) {
            errors.add(lineOf(node), "'%s' của %s phải là một giá trị đơn, không trống, không có thẻ", key, this);
            return null;
        }
        String value = Normalizer.normalize(scalar.getValue().strip(), Normalizer.Form.NFC);
        if (INVISIBLE.matcher(value).find()) {
            errors.add(lineOf(node), "'%s' của %s có ký tự điều khiển hoặc ký tự ẩn", key, this);
            return null;
        }
        if (value.length() > longest) {
            errors.add(lineOf(node), "'%s' của %s dài hơn %d ký tự", key, this, longest);
            return null;
        }
        return value;
    }

    private LocalDate date(String key, String value) {
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeException notIso) {
            // said below, as for a year that cannot be meant
        }
        errors.add(line(key), "'%s' của %s là '%s', phải là một ngày dạng yyyy-MM-dd", key, this, value);
        return null;
    }
}
