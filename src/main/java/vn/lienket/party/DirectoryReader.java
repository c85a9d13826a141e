package vn.lienket.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;

/**
 * Turns the node tree of a directory file into records and checks them: each by itself while it is read, what refers forward
 * in the file at the end. What it returns is only valid if no error was noted.
 */
final class DirectoryReader {

    /** A record and the entry it was read from, which knows the lines. */
    private record Listed<T>(T value, YamlEntry entry) {}

    private static final List<String> FILE_KEYS = List.of("organisations", "channels", "people");
    private static final List<String> ORGANISATION_KEYS = List.of(
            "id",
            "name",
            "shortName",
            "parentName",
            "abbreviation",
            "code",
            "email",
            "place",
            "leaderTitle",
            "calendar",
            "validFrom",
            "validTo",
            "successor");
    private static final List<String> CHANNEL_KEYS = List.of("id", "name", "parties");
    private static final List<String> PERSON_KEYS =
            List.of("id", "name", "email", "organisation", "roles", "skills", "absences");
    private static final List<String> ABSENCE_KEYS = List.of("from", "to", "substitute");

    /** The engine's ids have 64 characters; an organisation's is the beginning of its groups' ids. */
    private static final Pattern ORGANISATION_ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    private static final Pattern CHANNEL_ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern PERSON_ID = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");

    /** The administrator, who is in no directory, and his group. */
    private static final Set<String> RESERVED = Set.of("admin", "camunda-admin");

    private final LineErrors errors;
    private final List<Runnable> forwardChecks = new ArrayList<>();
    private final Map<String, Listed<Organisation>> organisations = new LinkedHashMap<>();
    private final Map<String, Listed<Channel>> channels = new LinkedHashMap<>();
    private final Map<String, Listed<Person>> people = new LinkedHashMap<>();

    DirectoryReader(LineErrors errors) {
        this.errors = errors;
    }

    DirectorySnapshot read(Node root) {
        YamlEntry file = new YamlEntry(root, "danh mục", FILE_KEYS, errors);
        readInto(
                organisations,
                file.requiredEntries("organisations", "tổ chức", ORGANISATION_KEYS),
                ORGANISATION_ID,
                this::organisation);
        readInto(channels, file.requiredEntries("channels", "kênh", CHANNEL_KEYS), CHANNEL_ID, this::channel);
        readInto(people, file.requiredEntries("people", "người", PERSON_KEYS), PERSON_ID, this::person);
        forwardChecks.forEach(Runnable::run);
        checkCodes();
        checkSuccession();
        return new DirectorySnapshot(values(organisations), values(channels), values(people));
    }

    private static <T> List<T> values(Map<String, Listed<T>> listed) {
        return listed.values().stream().map(Listed::value).toList();
    }

    private <T> void readInto(
            Map<String, Listed<T>> target,
            List<YamlEntry> entries,
            Pattern form,
            BiFunction<String, YamlEntry, T> reader) {
        for (YamlEntry entry : entries) {
            String id = entry.required("id", form, "mã dạng " + form);
            Listed<T> listed = new Listed<>(reader.apply(id, entry), entry);
            if (id == null) {
                continue;
            }
            forwardChecks.add(() -> checkNotReserved(id, entry));
            Listed<T> earlier = target.putIfAbsent(id, listed);
            if (earlier != null) {
                errors.add(
                        entry.line("id"),
                        "%s đã có ở dòng %d",
                        entry,
                        earlier.entry().line("id"));
            }
        }
    }

    private Organisation organisation(String id, YamlEntry entry) {
        LocalDate validFrom = entry.optionalDate("validFrom");
        LocalDate validTo = entry.optionalDate("validTo");
        checkOrder(entry, "validFrom", validFrom, "validTo", validTo);
        String successor = entry.optional("successor");
        forwardChecks.add(() -> checkKnown(entry, "được kế thừa bởi tổ chức", successor, entry.line("successor")));
        return new Organisation(
                id,
                entry.required("name"),
                entry.required("shortName"),
                entry.optional("parentName"),
                entry.required("abbreviation"),
                entry.required("code", CODE, "mã dạng " + CODE),
                email(entry),
                entry.required("place"),
                entry.required("leaderTitle"),
                entry.required("calendar", WORD, "mã dạng " + WORD),
                validFrom,
                validTo,
                successor);
    }

    private Channel channel(String id, YamlEntry entry) {
        List<YamlEntry.Text> parties = entry.requiredTexts("parties");
        if (parties.size() == 1) {
            errors.add(entry.line("parties"), "%s phải có ít nhất hai bên khác nhau", entry);
        }
        parties.forEach(party -> checkKnown(entry, "có một bên là tổ chức", party.value(), party.line()));
        return new Channel(
                id,
                entry.required("name"),
                parties.stream().map(YamlEntry.Text::value).toList());
    }

    private Person person(String id, YamlEntry entry) {
        String organisation = entry.required("organisation");
        checkKnown(entry, "thuộc tổ chức", organisation, entry.line("organisation"));
        return new Person(
                id,
                entry.required("name"),
                email(entry),
                organisation,
                roles(entry),
                skills(entry),
                absences(id, organisation, entry),
                true);
    }

    private static String email(YamlEntry entry) {
        return entry.required("email", MailAddress.FORM, "một địa chỉ thư điện tử");
    }

    private Set<Role> roles(YamlEntry entry) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (YamlEntry.Text text : entry.requiredTexts("roles")) {
            Role.of(text.value()).ifPresentOrElse(roles::add, () -> noteUnknownRole(entry, text));
        }
        return Collections.unmodifiableSet(roles);
    }

    private void noteUnknownRole(YamlEntry entry, YamlEntry.Text role) {
        List<String> known = Arrays.stream(Role.values()).map(Role::id).toList();
        errors.add(
                role.line(), "%s có vai trò '%s', phải là một trong %s", entry, role.value(), String.join(", ", known));
    }

    private Set<String> skills(YamlEntry entry) {
        Set<String> skills = new TreeSet<>();
        for (YamlEntry.Text skill : entry.texts("skills")) {
            if (!WORD.matcher(skill.value()).matches()) {
                errors.add(skill.line(), "%s có chuyên môn '%s', phải là mã dạng %s", entry, skill.value(), WORD);
            }
            skills.add(skill.value());
        }
        return Collections.unmodifiableSet(skills);
    }

    private List<Absence> absences(String personId, String organisation, YamlEntry person) {
        List<Listed<Absence>> absences = new ArrayList<>();
        for (YamlEntry entry : person.entries("absences", "kỳ vắng mặt của " + person, ABSENCE_KEYS)) {
            LocalDate from = entry.requiredDate("from");
            LocalDate to = entry.requiredDate("to");
            String substitute = entry.optional("substitute");
            forwardChecks.add(() -> checkSubstitute(substitute, personId, organisation, entry));
            if (from != null && to != null && checkOrder(entry, "from", from, "to", to)) {
                absences.add(new Listed<>(new Absence(from, to, substitute), entry));
            }
        }
        absences.sort(Comparator.comparing(absence -> absence.value().from()));
        checkNoOverlap(absences);
        return absences.stream().map(Listed::value).toList();
    }

    /** Neighbours are enough: the first two that overlap are reported, which is what the author has to mend. */
    private void checkNoOverlap(List<Listed<Absence>> absences) {
        for (int i = 1; i < absences.size(); i++) {
            Listed<Absence> earlier = absences.get(i - 1);
            Listed<Absence> later = absences.get(i);
            if (earlier.value().covers(later.value().from())) {
                errors.add(
                        later.entry().line("from"),
                        "%s chồng lên kỳ ở dòng %d",
                        later.entry(),
                        earlier.entry().line("from"));
            }
        }
    }

    private void checkSubstitute(String substitute, String personId, String organisation, YamlEntry entry) {
        if (substitute == null) {
            return;
        }
        int line = entry.line("substitute");
        if (substitute.equals(personId)) {
            errors.add(line, "%s không thể do chính người đó thay", entry);
        } else if (!people.containsKey(substitute)) {
            errors.add(line, "%s có người thay '%s' không có trong danh mục", entry, substitute);
        } else if (!Objects.equals(people.get(substitute).value().organisation(), organisation)) {
            errors.add(line, "%s có người thay '%s' thuộc tổ chức khác", entry, substitute);
        }
    }

    private boolean checkOrder(YamlEntry entry, String fromKey, LocalDate from, String toKey, LocalDate to) {
        if (from == null || to == null || !to.isBefore(from)) {
            return true;
        }
        errors.add(entry.line(toKey), "%s có '%s' (%s) trước '%s' (%s)", entry, toKey, to, fromKey, from);
        return false;
    }

    private void checkKnown(YamlEntry entry, String relation, String organisation, int line) {
        if (organisation != null && !organisations.containsKey(organisation)) {
            errors.add(line, "%s %s '%s' không có trong danh mục", entry, relation, organisation);
        }
    }

    /** A user or organisation named like a group would read as that group wherever an id stands alone. */
    private void checkNotReserved(String id, YamlEntry entry) {
        boolean group = organisations.keySet().stream()
                .anyMatch(organisation ->
                        Arrays.stream(Role.values()).anyMatch(role -> id.equals(role.groupOf(organisation))));
        if (group) {
            errors.add(entry.line("id"), "%s trùng với mã của một nhóm", entry);
        } else if (RESERVED.contains(id)) {
            errors.add(entry.line("id"), "%s dùng mã dành riêng cho quản trị hệ thống", entry);
        }
    }

    private void checkCodes() {
        Map<String, Listed<Organisation>> byCode = new LinkedHashMap<>();
        for (Listed<Organisation> organisation : organisations.values()) {
            YamlEntry entry = organisation.entry();
            String code = organisation.value().code();
            Listed<Organisation> earlier = code == null ? null : byCode.putIfAbsent(code, organisation);
            if (earlier != null
                    && !succeeds(earlier.value(), organisation.value())
                    && !succeeds(organisation.value(), earlier.value())) {
                errors.add(entry.line("code"), "%s dùng mã hồ sơ '%s' của %s", entry, code, earlier.entry());
            }
        }
    }

    /** Whether one takes over from the other in the end, and not before that has ended: it may go on counting under its code. */
    private boolean succeeds(Organisation ended, Organisation other) {
        Map<String, String> successors = new HashMap<>();
        organisations.forEach((id, listed) -> successors.put(id, listed.value().successor()));
        return other.beginsAfter(ended) && Line.leads(successors, ended.id(), other.id());
    }

    /** Follows the successors of each organisation; a circle is reported once, where it is met first. */
    private void checkSuccession() {
        Set<String> seen = new HashSet<>();
        for (String start : organisations.keySet()) {
            Set<String> path = new LinkedHashSet<>();
            String next = start;
            while (organisations.containsKey(next) && seen.add(next)) {
                path.add(next);
                next = organisations.get(next).value().successor();
            }
            if (path.contains(next)) {
                noteCircle(next, path);
            }
        }
    }

    private void noteCircle(String organisation, Collection<String> path) {
        YamlEntry entry = organisations.get(organisation).entry();
        List<String> circle =
                path.stream().dropWhile(id -> !id.equals(organisation)).toList();
        errors.add(
                entry.line("successor"),
                "%s tự kế thừa chính mình (%s → %s)",
                entry,
                String.join(" → ", circle),
                organisation);
    }
}
