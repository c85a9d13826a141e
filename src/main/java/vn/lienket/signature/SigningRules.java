package vn.lienket.signature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.party.Role;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** Who signs a paper, and in which order ({@code reference/signing.yaml}). */
@Component
public class SigningRules {

    /** A rule with its signers by rank; of one organisation, or with null of all. */
    private record Rule(
            String paper, String organisation, boolean parallel, SortedMap<Integer, List<Signer>> signers) {}

    private record Signer(Role role, KeyOwner key) {}

    private static final List<String> PAPERS =
            List.of("agreement", "transfer-contract", "support-decision", "consulting-report", "cooperation-report");
    private static final String PAPER = "paper";
    private static final String ORGANISATION = "organisation";
    private static final String PARTIES = "parties";
    private static final String SIGNERS = "signers";
    private static final String RANK = "rank";
    private static final String ROLE = "role";
    private static final String KEY = "key";
    private static final String PARALLEL = "parallel";
    private static final Map<String, KeyOwner> KEYS =
            Stream.of(KeyOwner.values()).collect(Collectors.toMap(KeyOwner::id, key -> key));
    private static final int LAST_RANK = 9;
    private static final Rule LEADER =
            new Rule(null, null, false, new TreeMap<>(Map.of(1, List.of(new Signer(Role.LEADER, KeyOwner.PERSON)))));

    private List<Rule> rules;

    /** @throws InvalidFileException with every error and its line */
    SigningRules(@Value("${lienket.signing:classpath:reference/signing.yaml}") Resource file) {
        read(file);
    }

    final void read(Resource file) {
        rules = new YamlFile(file, (source, errors) -> new InvalidFileException("Quy tắc ký", source, errors))
                .read(SigningRules::rules);
    }

    /**
     * The signatures that a paper needs by rank: those of one rank are made in any order, each rank after the one before.
     *
     * @param paper as the file calls it, e.g. {@code agreement}
     * @param organisations ids of those that sign, in their order
     */
    public List<List<Turn>> turns(String paper, Collection<String> organisations) {
        if (!PAPERS.contains(paper)) {
            throw new IllegalArgumentException(paper);
        }
        SortedMap<Integer, List<Turn>> together = new TreeMap<>();
        List<List<Turn>> oneByOne = new ArrayList<>();
        for (String organisation : organisations) {
            rule(paper, organisation).signers.forEach((rank, signers) -> {
                List<Turn> turns = signers.stream()
                        .map(signer -> new Turn(organisation, signer.role, signer.key))
                        .toList();
                oneByOne.add(turns);
                together.computeIfAbsent(rank, first -> new ArrayList<>()).addAll(turns);
            });
        }
        return rule(paper, null).parallel
                ? together.values().stream().map(List::copyOf).toList()
                : List.copyOf(oneByOne);
    }

    /** Who may be asked to sign a paper at all. */
    public Set<Role> roles() {
        return Stream.concat(Stream.of(LEADER), rules.stream())
                .flatMap(rule -> rule.signers.values().stream().flatMap(List::stream))
                .map(Signer::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Rule rule(String paper, String organisation) {
        List<Rule> ofPaper =
                rules.stream().filter(rule -> rule.paper.equals(paper)).toList();
        return Stream.concat(
                        ofPaper.stream()
                                .filter(rule -> rule.organisation != null && rule.organisation.equals(organisation)),
                        ofPaper.stream().filter(rule -> rule.organisation == null))
                .findFirst()
                .orElse(LEADER);
    }

    private static List<Rule> rules(Node root, LineErrors errors) {
        List<Rule> rules = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        for (YamlEntry entry :
                YamlEntry.list(root, "quy tắc ký", List.of(PAPER, ORGANISATION, PARTIES, SIGNERS), errors)) {
            String paper = oneOf(entry, PAPER, PAPERS, errors);
            String organisation = entry.optional(ORGANISATION);
            String parties = entry.has(PARTIES) ? oneOf(entry, PARTIES, List.of("sequential", PARALLEL), errors) : null;
            if (organisation != null && parties != null) {
                errors.add(entry.line(PARTIES), "'parties' là thứ tự giữa các bên, không đặt cho riêng một đơn vị");
            }
            if (!known.add(Stream.of(paper, organisation).map(String::valueOf).toList())) {
                errors.add(entry.line(PAPER), "văn bản '%s' có hai quy tắc ký cho cùng đơn vị", paper);
            }
            rules.add(new Rule(paper, organisation, PARALLEL.equals(parties), signers(entry, errors)));
        }
        return List.copyOf(rules);
    }

    private static SortedMap<Integer, List<Signer>> signers(YamlEntry rule, LineErrors errors) {
        SortedMap<Integer, List<Signer>> signers = new TreeMap<>();
        Set<Signer> known = new HashSet<>();
        for (YamlEntry entry : rule.requiredEntries(SIGNERS, "người ký", List.of(RANK, ROLE, KEY))) {
            Long rank = entry.requiredCount(RANK, LAST_RANK);
            String role = entry.required(ROLE);
            if (role != null && Role.of(role).filter(Role::doesWork).isEmpty()) {
                errors.add(entry.line(ROLE), "không có vai trò '%s', hoặc vai trò này không xử lý việc", role);
            }
            String key = oneOf(entry, KEY, KEYS.keySet(), errors);
            Signer signer = new Signer(Role.of(role).orElse(null), KEYS.get(key));
            if (!known.add(signer)) {
                errors.add(entry.line(ROLE), "vai trò '%s' ký hai lần bằng cùng loại khóa", role);
            }
            signers.computeIfAbsent(rank == null ? LAST_RANK : rank.intValue(), first -> new ArrayList<>())
                    .add(signer);
        }
        return signers;
    }

    private static String oneOf(YamlEntry entry, String key, Collection<String> values, LineErrors errors) {
        String value = entry.required(key);
        if (value != null && !values.contains(value)) {
            errors.add(
                    entry.line(key),
                    "'%s' là '%s', phải là một trong: %s",
                    key,
                    value,
                    values.stream().sorted().collect(Collectors.joining(", ")));
        }
        return value;
    }
}
