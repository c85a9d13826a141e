package vn.lienket.enterprise;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/** The registry of enterprises. It does not ask who reads: its callers do, see {@link RegistryAccess}. */
@Repository
public class Enterprises {

    /** Up to here a search counts what it finds. */
    public static final int MAX_TOTAL = 10_000;

    private static final int SLICE = 1_000;

    private final JdbcClient jdbc;
    private final EnterpriseSearch search;
    private final EnterpriseHistory history;
    private final Sizing sizing;
    private final CurrentUser currentUser;
    private final Clock clock;

    Enterprises(
            JdbcClient jdbc,
            EnterpriseSearch search,
            EnterpriseHistory history,
            Sizing sizing,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.history = history;
        this.sizing = sizing;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public Optional<Enterprise> find(String taxCode) {
        return read("select * from lienket.enterprise where tax_code = ?", taxCode);
    }

    /** As {@link #find}, and until the caller's transaction ends nobody else changes this enterprise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Enterprise> lock(String taxCode) {
        return read("select * from lienket.enterprise where tax_code = ? for update", taxCode);
    }

    /** Those of them that are registered, in no particular order. */
    public List<Enterprise> find(Collection<String> taxCodes) {
        return jdbc.sql("select * from lienket.enterprise where tax_code = any (?)")
                .param(taxCodes.toArray(String[]::new))
                .query(EnterpriseSql::map)
                .list();
    }

    /**
     * Stores a new enterprise (revision 0) or the next revision of a known one, with its history; what is as it was stays as it was.
     *
     * @param source what the change comes from, e.g. {@code api} or the code of a case
     * @return what is stored now
     * @throws ProblemException 409 if the enterprise has been stored or changed since it was read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enterprise save(Enterprise enterprise, String source) {
        Enterprise sized = sizing.sized(List.of(enterprise)).get(0);
        Optional<Enterprise> known = lock(enterprise.taxCode());
        if (known.map(Enterprise::revision).orElse(0) != enterprise.revision()) {
            throw overtaken(enterprise);
        }
        if (known.isPresent() && sameFields(known.get(), sized)) {
            return known.get();
        }
        if (write(sized, source) == 0) {
            throw overtaken(enterprise);
        }
        return sized.withRevision(enterprise.revision() + 1);
    }

    /** As {@link #save}, in a transaction of its own. */
    @Transactional
    public Enterprise replace(Enterprise enterprise, String source) {
        return save(enterprise, source);
    }

    /** A page by tax code; offsets, because people turn few pages and may jump. */
    public EnterprisePage search(EnterpriseQuery query, int page, int size) {
        return search.page(query, page, size);
    }

    /** How many there are, counted to the end. */
    public long count(EnterpriseQuery query) {
        return search.count(query);
    }

    /**
     * The next tax codes of a query in their order, for work that must be able to go on later.
     *
     * @param after the last one that was done, or null to begin
     */
    public List<String> taxCodes(EnterpriseQuery query, String after, int limit) {
        return search.taxCodes(query, after, limit);
    }

    /** Every tax code of a query in its order, read by the thousand and with no transaction held in between. */
    public void forEachTaxCode(EnterpriseQuery query, Consumer<String> step) {
        List<String> slice = taxCodes(query, null, SLICE);
        while (!slice.isEmpty()) {
            slice.forEach(step);
            slice = taxCodes(query, slice.get(slice.size() - 1), SLICE);
        }
    }

    /** The changes of an enterprise, newest first. */
    public List<EnterpriseChange> history(String taxCode) {
        return history.of(taxCode);
    }

    /**
     * Gives every enterprise the size that the rule says today, by the thousand; to be called when the rule has changed. Another
     * size is no change of the enterprise: it leaves no history.
     *
     * @return how many sizes changed
     */
    public int resize() {
        int changed = 0;
        List<Enterprise> slice = slice("");
        while (!slice.isEmpty()) {
            changed += resize(sizing.sized(slice));
            slice = slice(slice.get(slice.size() - 1).taxCode());
        }
        return changed;
    }

    private List<Enterprise> slice(String after) {
        return jdbc.sql("select * from lienket.enterprise where tax_code > ? order by tax_code limit ?")
                .params(after, SLICE)
                .query(EnterpriseSql::map)
                .list();
    }

    /** Leaves out who has been changed since: he got his size then. */
    private int resize(List<Enterprise> after) {
        return jdbc.sql("""
                        update lienket.enterprise e set size = other.size
                        from (
                            select e.tax_code, s.size from lienket.enterprise e
                            join unnest(?::text[], ?::int[], ?::text[]) as s (tax_code, revision, size)
                            on e.tax_code = s.tax_code and e.revision = s.revision and e.size is distinct from s.size
                            order by e.tax_code for update of e) other
                        where e.tax_code = other.tax_code""")
                .params(
                        after.stream().map(Enterprise::taxCode).toArray(String[]::new),
                        after.stream().map(Enterprise::revision).toArray(Integer[]::new),
                        after.stream().map(Enterprise::size).toArray(String[]::new))
                .update();
    }

    private Optional<Enterprise> read(String sql, String taxCode) {
        return jdbc.sql(sql).param(taxCode).query(EnterpriseSql::map).optional();
    }

    private int write(Enterprise enterprise, String source) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
                with before as (select %s as fields from lienket.enterprise e where tax_code = :tax_code),
                written as (
                    insert into lienket.enterprise as e (%s, size, revision) values (%s, :size, :revision + 1)
                    on conflict (tax_code) do update set %s, size = excluded.size, revision = excluded.revision
                    where e.revision = :revision
                    returning *)
                insert into lienket.enterprise_change (tax_code, revision, changed_by, changed_at, source, changes)
                select w.tax_code, w.revision, :by, :at, :source, lienket.changes((select fields from before), %s)
                from written w""".formatted(
                                EnterpriseSql.object("e"),
                                EnterpriseSql.columns(),
                                EnterpriseSql.FIELDS.stream()
                                        .map(field -> ":" + field.column())
                                        .collect(Collectors.joining(", ")),
                                EnterpriseSql.assignments("excluded", EnterpriseSql.FIELDS),
                                EnterpriseSql.object("w")))
                .param("size", enterprise.size())
                .param("revision", enterprise.revision())
                .param("by", currentUser.actor())
                .param("at", Moments.of(clock.instant()))
                .param("source", source);
        for (EnterpriseField field : EnterpriseSql.FIELDS) {
            statement.param(field.column(), field.of(enterprise));
        }
        return statement.update();
    }

    private static boolean sameFields(Enterprise one, Enterprise other) {
        return EnterpriseSql.FIELDS.stream().allMatch(field -> Objects.equals(field.of(one), field.of(other)));
    }

    private static ProblemException overtaken(Enterprise enterprise) {
        return ProblemException.conflict("Doanh nghiệp %s vừa được người khác thay đổi. Hãy tải lại và thử lại."
                .formatted(enterprise.taxCode()));
    }
}
