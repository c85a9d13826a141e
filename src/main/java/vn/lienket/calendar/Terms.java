package vn.lienket.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How long each kind of work may take, as {@code reference/terms.yaml} says, from which day on and by which source; models call it as
 * {@code ${terms.days('Task_DraftAgreement')}}.
 */
@Service("terms")
public class Terms {

    private record Term(int days, LocalDate from) {}

    private final Map<String, List<Term>> terms;
    private final Clock clock;

    Terms(Clock clock) {
        this.clock = clock;
        try (InputStream file = new ClassPathResource("reference/terms.yaml").getInputStream()) {
            List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            terms = entries.stream()
                    .collect(Collectors.groupingBy(
                            entry -> (String) entry.get("term"),
                            Collectors.mapping(
                                    entry -> new Term(
                                            (Integer) entry.get("days"), LocalDate.parse((String) entry.get("from"))),
                                    Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Working days that apply today; before the first term, that one.
     *
     * @param term the id of a task, or the word for what several share
     * @throws IllegalArgumentException for an unknown term
     */
    public int days(String term) {
        List<Term> known = terms.get(term);
        if (known == null) {
            throw new IllegalArgumentException("No term " + term);
        }
        LocalDate today = LocalDate.now(clock.withZone(Deadlines.ZONE));
        return known.stream()
                .filter(one -> !one.from().isAfter(today))
                .max(Comparator.comparing(Term::from))
                .or(() -> known.stream().min(Comparator.comparing(Term::from)))
                .orElseThrow()
                .days();
    }

    /** The terms there are, each by its id. */
    public Set<String> all() {
        return terms.keySet();
    }
}
