package vn.lienket.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** The numbers of a file of reference data, each with the days from which it applies. */
final class DatedNumbers {

    /** What a file is about, and how its entries say it. */
    enum Kind {
        TERM("thời hạn", "reference/terms.yaml", "term", "days", 10_000),
        LIMIT("giới hạn", "reference/limits.yaml", "limit", "most", 1_000_000_000_000_000L),
        TARGET("mục tiêu", "reference/targets.yaml", "target", "percent", 100);

        private final String label;
        private final Resource shipped;
        private final String id;
        private final String number;
        private final long largest;

        Kind(String label, String shipped, String id, String number, long largest) {
            this.label = label;
            // of the product and not of the web server in which a kind is first asked for: another may follow it
            this.shipped = new ClassPathResource(shipped, Kind.class.getClassLoader());
            this.id = id;
            this.number = number;
            this.largest = largest;
        }
    }

    /** A number with its source. */
    record Cited(long number, String citation) {}

    private final Map<String, NavigableMap<LocalDate, Cited>> numbers;

    private DatedNumbers(Map<String, NavigableMap<LocalDate, Cited>> numbers) {
        this.numbers = numbers;
    }

    /**
     * The numbers of a file; it names the same ones as the file that ships.
     *
     * @throws InvalidFileException with every error and its line
     */
    static DatedNumbers read(Kind kind, Resource file) {
        Set<String> known = read(kind, kind.shipped, Set.of()).keySet();
        return new DatedNumbers(read(kind, file, known));
    }

    /** The number that applies on a day; before the first one, that one. IllegalArgumentException for a name that is unknown. */
    long on(LocalDate day, String name) {
        return citedOn(day, name).number();
    }

    /** The same with its source. */
    Cited citedOn(LocalDate day, String name) {
        NavigableMap<LocalDate, Cited> known = numbers.get(name);
        if (known == null) {
            throw new IllegalArgumentException("No number " + name);
        }
        Map.Entry<LocalDate, Cited> latest = known.floorEntry(day);
        return (latest == null ? known.firstEntry() : latest).getValue();
    }

    Set<String> names() {
        return Set.copyOf(numbers.keySet());
    }

    private static Map<String, NavigableMap<LocalDate, Cited>> read(Kind kind, Resource file, Set<String> known) {
        return new YamlFile(
                        file, (source, errors) -> new InvalidFileException("Danh mục " + kind.label, source, errors))
                .read((root, errors) -> numbers(kind, root, known, errors));
    }

    private static Map<String, NavigableMap<LocalDate, Cited>> numbers(
            Kind kind, Node root, Set<String> known, LineErrors errors) {
        Map<String, NavigableMap<LocalDate, Cited>> numbers = new HashMap<>();
        for (YamlEntry entry :
                YamlEntry.list(root, kind.label, List.of(kind.id, kind.number, "from", "citation"), errors)) {
            String id = entry.required(kind.id);
            Long number = entry.requiredCount(kind.number, kind.largest);
            LocalDate from = entry.requiredDate("from");
            String citation = entry.required("citation");
            if (id != null && !known.isEmpty() && !known.contains(id)) {
                errors.add(entry.line(kind.id), "không có %s '%s'", kind.label, id);
            } else if (id != null && from != null) {
                NavigableMap<LocalDate, Cited> dated = numbers.computeIfAbsent(id, name -> new TreeMap<>());
                if (dated.containsKey(from)) {
                    errors.add(entry.line("from"), "%s '%s' từ ngày %s có hai lần", kind.label, id, from);
                }
                dated.put(from, new Cited(number == null ? 0 : number, citation));
            }
        }
        known.stream()
                .filter(id -> !numbers.containsKey(id))
                .sorted()
                .forEach(missing -> errors.add(1, "thiếu %s '%s'", kind.label, missing));
        return numbers;
    }
}
