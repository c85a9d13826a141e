package vn.lienket.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads {@code working-days.yaml}, whose head describes it, and refuses a wrong file with one exception that lists every error. */
final class WorkingDaysReader {

    private record Draft(String id, String inherits, Map<Integer, WorkingYear> years) {}

    private record Entry(LocalDate day, String place) {}

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final List<String> errors = new ArrayList<>();

    private WorkingDaysReader() {}

    /** The calendars by id; IllegalStateException with every error and its place if the file is missing or wrong. */
    static Map<String, WorkingCalendar> read(Resource location) {
        WorkingDaysReader reader = new WorkingDaysReader();
        Map<String, WorkingCalendar> calendars = reader.calendars(reader.load(location));
        if (!reader.errors.isEmpty()) {
            throw new IllegalStateException(reader.errors.stream()
                    .collect(Collectors.joining(
                            "\n- ", "Dữ liệu ngày làm việc (" + location.getDescription() + ") có lỗi:\n- ", "")));
        }
        return calendars;
    }

    private Object load(Resource location) {
        try (InputStream in = location.getInputStream()) {
            return yaml().load(in);
        } catch (IOException | YAMLException e) {
            throw new IllegalStateException(
                    "Không đọc được dữ liệu ngày làm việc (" + location.getDescription() + "): " + e.getMessage(), e);
        }
    }

    /** Scalars stay text: YAML's own idea of a date would silently turn 2026-02-30 into another day. */
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // none: see above
            }
        });
    }

    private Map<String, WorkingCalendar> calendars(Object document) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Map<String, Object> root = section(document, "tệp", Set.of("calendars"));
        section(root.get("calendars"), "mục calendars").forEach((id, body) -> drafts.put(id, draft(id, body)));
        check(drafts.containsKey(WorkingCalendars.DEFAULT), "tệp", "thiếu lịch mặc định " + WorkingCalendars.DEFAULT);
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        drafts.forEach((id, draft) -> calendars.put(id, new WorkingCalendar(years(draft, drafts))));
        return Map.copyOf(calendars);
    }

    private Draft draft(String id, Object body) {
        String place = "lịch " + id;
        Map<String, Object> fields = section(body, place, Set.of("inherits", "years"));
        boolean inherits = fields.containsKey("inherits");
        check(inherits || fields.containsKey("years"), place, "phải có years hoặc inherits");
        Map<Integer, WorkingYear> years = new HashMap<>();
        section(fields.getOrDefault("years", Map.of()), place + ", mục years").forEach((number, content) -> {
            String yearPlace = place + ", năm " + number;
            if (YEAR.matcher(number).matches()) {
                int year = Integer.parseInt(number);
                years.put(year, year(year, content, yearPlace));
            } else {
                error(yearPlace, "năm phải gồm bốn chữ số");
            }
        });
        return new Draft(id, inherits ? text(fields, "inherits", place) : null, years);
    }

    /** The years of a calendar and, where it says nothing, of those it inherits from. */
    private Map<Integer, WorkingYear> years(Draft draft, Map<String, Draft> drafts) {
        String place = "lịch " + draft.id() + ", mục inherits";
        check(
                draft.inherits() == null || drafts.containsKey(draft.inherits()),
                place,
                "không có lịch " + draft.inherits());
        Map<Integer, WorkingYear> years = new HashMap<>();
        Set<String> line = new HashSet<>();
        for (Draft current = draft; current != null; current = drafts.get(current.inherits())) {
            if (!line.add(current.id())) {
                error(place, "đi vòng trở lại lịch " + current.id());
                break;
            }
            current.years().forEach(years::putIfAbsent);
        }
        return years;
    }

    private WorkingYear year(int year, Object body, String place) {
        Map<String, Object> fields =
                section(body, place, Set.of("status", "citation", "daysOff", "unconfirmed", "workedSaturdays"));
        text(fields, "citation", place);
        String status = text(fields, "status", place);
        check(
                Set.of("notice", "provisional", "").contains(status),
                place + ", mục status",
                "phải là notice hoặc provisional, không phải “" + status + "”");
        boolean announced = status.equals("notice");
        check(
                !announced || !fields.containsKey("unconfirmed"),
                place + ", mục unconfirmed",
                "năm đã có thông báo (notice) không có ngày chờ xác nhận");

        List<Entry> off = entries(fields, "daysOff", year, place);
        List<Entry> unconfirmed = entries(fields, "unconfirmed", year, place);
        List<Entry> worked = entries(fields, "workedSaturdays", year, place);
        Set<LocalDate> seen = new HashSet<>();
        Stream.of(off, unconfirmed, worked)
                .flatMap(List::stream)
                .forEach(entry -> check(seen.add(entry.day()), entry.place(), entry.day() + " đã ghi một lần rồi"));
        if (announced) {
            off.forEach(entry -> check(
                    !WorkingYear.isWeekend(entry.day()), entry.place(), entry.day() + " là cuối tuần, vốn đã nghỉ"));
        }
        worked.forEach(entry -> check(
                entry.day().getDayOfWeek() == DayOfWeek.SATURDAY, entry.place(), entry.day() + " không phải thứ Bảy"));
        return new WorkingYear(announced, days(Stream.of(off, unconfirmed)), days(Stream.of(worked)));
    }

    private List<Entry> entries(Map<String, Object> fields, String key, int year, String yearPlace) {
        Object value = fields.getOrDefault(key, List.of());
        if (!(value instanceof List<?> list)) {
            error(yearPlace + ", mục " + key, "phải là một danh sách ngày");
            return List.of();
        }
        return list.stream()
                .flatMap(item -> entries(String.valueOf(item), year, yearPlace + ", mục " + key + " “" + item + "”"))
                .toList();
    }

    /** The days of one entry: {@code yyyy-MM-dd} or {@code yyyy-MM-dd..yyyy-MM-dd}, both ends included. */
    private Stream<Entry> entries(String text, int year, String place) {
        String[] ends = text.split("\\.\\.", 2);
        try {
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            if (first.getYear() != year || last.getYear() != year) {
                error(place, "không thuộc năm " + year);
            } else if (last.isBefore(first)) {
                error(place, "ngày cuối trước ngày đầu");
            } else {
                return first.datesUntil(last.plusDays(1)).map(day -> new Entry(day, place));
            }
        } catch (DateTimeParseException e) {
            error(place, "không phải ngày có thật dạng yyyy-MM-dd hoặc yyyy-MM-dd..yyyy-MM-dd");
        }
        return Stream.empty();
    }

    private Map<String, Object> section(Object value, String place, Set<String> allowed) {
        Map<String, Object> fields = section(value, place);
        fields.keySet().forEach(key -> check(allowed.contains(key), place, "mục lạ: " + key));
        return fields;
    }

    private Map<String, Object> section(Object value, String place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> fields.put(String.valueOf(key), content));
        } else {
            error(place, "thiếu hoặc không phải là một nhóm mục");
        }
        return fields;
    }

    private String text(Map<String, Object> fields, String key, String place) {
        boolean given = fields.get(key) instanceof String text && !text.isBlank();
        check(given, place, "thiếu " + key);
        return given ? (String) fields.get(key) : "";
    }

    private void check(boolean valid, String place, String message) {
        if (!valid) {
            error(place, message);
        }
    }

    private void error(String place, String message) {
        errors.add(place + ": " + message);
    }

    private static Set<LocalDate> days(Stream<List<Entry>> entries) {
        return entries.flatMap(List::stream).map(Entry::day).collect(Collectors.toSet());
    }
}
