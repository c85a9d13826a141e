package vn.lienket.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.lienket.access.PersonAccess.Kind;
import vn.lienket.access.PersonAccess.Membership;
import vn.lienket.access.PersonAccess.Power;
import vn.lienket.engine.EngineAccess;
import vn.lienket.engine.EngineAccess.Account;
import vn.lienket.engine.EngineAccess.Grant;
import vn.lienket.engine.EngineAccess.Process;
import vn.lienket.engine.EngineAccess.Step;
import vn.lienket.party.Channel;
import vn.lienket.party.Groups;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.problem.FieldProblems;
import vn.lienket.signature.SigningRules;

/**
 * Who may do what in which channel, and why: directory role, group of the engine, grant or candidate group of a model, channels of the
 * group. What the engine has and the directory does not is shown as such. The caller has checked who asks.
 */
@Service
public class AccessOverview {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String DEFINITION = "PROCESS_DEFINITION";
    private static final String TASK = "TASK";
    private static final String ALL = "ALL";
    private static final String ANY = "*";

    /** Resources of which every group of the product has something. */
    private static final Set<String> ORDINARY = Set.of(DEFINITION, TASK, "PROCESS_INSTANCE", "FILTER", "APPLICATION");

    /** Members read the names of their group and of its channels. */
    private static final Set<String> OWN = Set.of("GROUP", "TENANT");

    private static final Set<String> OF_WATCHERS = Set.of("DEPLOYMENT", "DECISION_DEFINITION");

    /** A group of whatever organisation a variable of the case names. */
    private static final Pattern OF_THE_PLAN = Pattern.compile("\\$\\{\\w+\\.itemGroup\\(.*\\)}");

    /** Of a task that the rule of signing gives to roles. */
    private static final Pattern OF_THE_RULE = Pattern.compile("\\$\\{(\\w+)}-\\$\\{\\w+}");

    private static final Pattern OF_THE_CASE = Pattern.compile("\\$\\{(\\w+)}-(\\w+)");

    private final EngineAccess engine;
    private final Parties parties;
    private final Groups groupNames;
    private final SigningRules signingRules;

    AccessOverview(EngineAccess engine, Parties parties, Groups groupNames, SigningRules signingRules) {
        this.engine = engine;
        this.parties = parties;
        this.groupNames = groupNames;
        this.signingRules = signingRules;
    }

    /** People by organisation and id, administrators first; 400 for a channel or a role that there is not. */
    public List<PersonAccess> of(AccessFilter filter) {
        check(filter);
        List<Grant> grants = engine.grants();
        List<Process> processes = engine.processes();
        return engine.accounts().stream()
                .map(account -> access(account, grants, processes))
                .filter(person -> fits(person, filter))
                .map(person -> isBlank(filter.channel()) ? person : in(person, filter.channel()))
                .sorted(Comparator.comparing(PersonAccess::administrator)
                        .reversed()
                        .thenComparing(person -> String.valueOf(person.organisation()))
                        .thenComparing(PersonAccess::id))
                .toList();
    }

    private void check(AccessFilter filter) {
        new FieldProblems()
                .check(
                        isBlank(filter.channel())
                                || parties.channel(filter.channel()).isPresent(),
                        "channel",
                        "Kênh hợp tác: không có kênh này.")
                .check(
                        isBlank(filter.role())
                                || filter.role().equals(AccessFilter.ADMIN)
                                || Role.of(filter.role()).isPresent(),
                        "role",
                        "Vai trò: không có vai trò này.")
                .throwIfAny();
    }

    private static boolean fits(PersonAccess person, AccessFilter filter) {
        return (isBlank(filter.person()) || contains(person.id(), filter) || contains(person.name(), filter))
                && (isBlank(filter.channel())
                        || person.administrator()
                        || person.channels().stream()
                                .anyMatch(channel -> channel.id().equals(filter.channel())))
                && (isBlank(filter.role())
                        || (filter.role().equals(AccessFilter.ADMIN)
                                ? person.administrator()
                                : person.roles().contains(filter.role())
                                        || person.groups().stream()
                                                .anyMatch(group -> group.id().endsWith("-" + filter.role()))));
    }

    private static boolean contains(String text, AccessFilter filter) {
        return text.toLowerCase(Locale.ROOT).contains(filter.person().strip().toLowerCase(Locale.ROOT));
    }

    /** Only what counts in the one channel. */
    private static PersonAccess in(PersonAccess person, String channel) {
        return new PersonAccess(
                person.id(),
                person.name(),
                person.organisation(),
                person.inDirectory(),
                person.active(),
                person.administrator(),
                person.roles(),
                person.groups(),
                person.channels(),
                person.powers().stream()
                        .filter(power -> power.channels().contains(channel))
                        .map(power -> new Power(
                                power.kind(),
                                power.process(),
                                power.task(),
                                power.subject(),
                                power.group(),
                                List.of(channel),
                                power.why()))
                        .toList());
    }

    private PersonAccess access(Account account, List<Grant> grants, List<Process> processes) {
        Optional<Person> person = parties.person(account.id());
        boolean administrator = account.groups().contains(ADMINISTRATORS);
        List<String> channels = administrator
                ? parties.channels().stream().map(Channel::id).toList()
                : List.copyOf(account.channels().keySet());
        List<Power> powers = new ArrayList<>();
        for (Grant grant : grants) {
            if (account.holds(grant)) {
                power(grant, channels, processes).forEach(powers::add);
            }
        }
        account.groups().forEach(group -> work(group, channels, processes).forEach(powers::add));
        return new PersonAccess(
                account.id(),
                person.map(Person::name).orElse(account.name()),
                person.flatMap(known -> parties.organisation(known.organisation()))
                        .map(Organisation::shortName)
                        .orElse(null),
                person.isPresent(),
                person.map(Person::active).orElse(true),
                administrator,
                person.map(known ->
                                known.roles().stream().sorted().map(Role::id).toList())
                        .orElse(List.of()),
                account.groups().stream()
                        .map(group -> new Membership(group, groupNames.name(group), reason(group, person)))
                        .toList(),
                memberships(account),
                powers.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Power::kind))
                        .toList());
    }

    private String reason(String group, Optional<Person> person) {
        Optional<Role> role = person.filter(Person::active)
                .flatMap(known -> known.roles().stream()
                        .filter(each -> groupNames.acting(group).equals(each.groupOf(known.organisation())))
                        .findFirst());
        return role.map(each -> "vai trò %s trong danh mục".formatted(each.label()))
                .orElse("không theo danh mục, đặt trong Camunda Admin hoặc khi khởi động");
    }

    private List<Membership> memberships(Account account) {
        return account.channels().entrySet().stream()
                .map(channel -> new Membership(
                        channel.getKey(),
                        parties.channel(channel.getKey()).map(Channel::name).orElse(channel.getKey()),
                        channel.getValue().isEmpty()
                                ? "đặt riêng cho người này, không theo danh mục"
                                : "nhóm %s thuộc kênh".formatted(String.join(", ", channel.getValue()))))
                .toList();
    }

    private static Stream<Power> power(Grant grant, List<String> channels, List<Process> processes) {
        if (grant.revoked()) {
            return Stream.of(power(Kind.OTHER, null, "Bị thu hồi: " + subject(grant), grant, channels));
        }
        if (ADMINISTRATORS.equals(grant.group()) && grant.permissions().contains(ALL)) {
            return Stream.of(power(Kind.ADMINISTER, null, subject(grant), grant, channels));
        }
        List<Power> powers = new ArrayList<>();
        boolean ordinary = grant.group() != null && ORDINARY.contains(grant.resource());
        if (grant.resource().equals(DEFINITION)) {
            processes.stream()
                    .filter(process -> covers(grant, process.key()) && has(grant, "CREATE_INSTANCE"))
                    .map(process -> power(Kind.START, process.key(), process.name(), grant, channels))
                    .forEach(powers::add);
            if (has(grant, "READ_INSTANCE", "READ_HISTORY")) {
                powers.add(power(Kind.READ, null, "Hồ sơ và lịch sử trong kênh", grant, channels));
            }
            if (has(grant, "RETRY_JOB", "READ_TASK")) {
                powers.add(power(Kind.WATCH, null, "Mọi việc, sự cố và cho chạy lại trong kênh", grant, channels));
            }
        } else if (grant.resource().equals("APPLICATION")) {
            powers.add(power(
                    grant.resourceId().equals("cockpit") ? Kind.WATCH : Kind.READ,
                    null,
                    "Ứng dụng " + grant.resourceId(),
                    grant,
                    channels));
        } else if (grant.resource().equals(TASK) && has(grant, "READ")) {
            powers.add(power(Kind.READ, null, "Việc trong kênh", grant, channels));
        } else if (OWN.contains(grant.resource()) && grant.permissions().equals(Set.of("READ"))) {
            powers.add(power(Kind.READ, null, subject(grant), grant, channels));
        } else if (grant.group() != null && OF_WATCHERS.contains(grant.resource())) {
            powers.add(power(Kind.WATCH, null, subject(grant), grant, channels));
        }
        if (!ordinary && powers.isEmpty()) {
            powers.add(power(Kind.OTHER, null, subject(grant), grant, channels));
        }
        return powers.stream();
    }

    private static Power power(Kind kind, String process, String subject, Grant grant, List<String> channels) {
        return new Power(
                kind,
                process,
                null,
                subject,
                grant.group(),
                channels,
                "%s có quyền %s trên %s"
                        .formatted(holder(grant), String.join(", ", grant.permissions()), subject(grant)));
    }

    private static String holder(Grant grant) {
        if (grant.toStaff()) {
            return "mọi người có vai trò (%s)".formatted(grant.group());
        }
        return grant.group() != null
                ? "nhóm " + grant.group()
                : ANY.equals(grant.user()) ? "mọi người" : "riêng người này";
    }

    private static String subject(Grant grant) {
        return grant.resource() + "/" + grant.resourceId();
    }

    private static boolean covers(Grant grant, String key) {
        return grant.resourceId().equals(ANY) || grant.resourceId().equals(key);
    }

    private static boolean has(Grant grant, String... permissions) {
        return grant.permissions().contains(ALL) || Stream.of(permissions).anyMatch(grant.permissions()::contains);
    }

    /** The tasks of which a group is, or may be, a candidate; administrators work on every task. */
    private Stream<Power> work(String group, List<String> channels, List<Process> processes) {
        return processes.stream()
                .flatMap(process -> process.steps().stream()
                        .flatMap(step -> candidacy(group, step).stream()
                                .map(why -> new Power(
                                        Kind.WORK,
                                        process.key(),
                                        step.id(),
                                        "%s: %s".formatted(process.name(), step.name()),
                                        group,
                                        channels,
                                        why))));
    }

    private Optional<String> candidacy(String group, Step step) {
        if (group.equals(ADMINISTRATORS)) {
            return Optional.of("người quản trị xử lý được mọi việc");
        }
        for (String candidate : step.candidateGroups()) {
            Matcher ofTheCase = OF_THE_CASE.matcher(candidate);
            if (candidate.equals(group)) {
                return Optional.of("nhóm %s được ghi trong mô hình".formatted(group));
            }
            if (ofTheCase.matches() && group.endsWith("-" + ofTheCase.group(2))) {
                return Optional.of("nhóm %s khớp %s của mô hình, khi đơn vị là %s của hồ sơ"
                        .formatted(group, candidate, ofTheCase.group(1)));
            }
            Matcher ofTheRule = OF_THE_RULE.matcher(candidate);
            if (ofTheRule.matches() && signingRules.roles().stream().anyMatch(role -> role.isOf(group))) {
                return Optional.of("khi quy tắc ký giao lượt ký cho nhóm %s và đơn vị là %s của hồ sơ"
                        .formatted(group, ofTheRule.group(1)));
            }
            if (OF_THE_PLAN.matcher(candidate).matches()
                    && Stream.of(Role.values()).anyMatch(role -> role.doesWork() && role.isOf(group))) {
                return Optional.of("khi kế hoạch của hồ sơ giao phần việc cho nhóm %s".formatted(group));
            }
        }
        return Optional.empty();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
