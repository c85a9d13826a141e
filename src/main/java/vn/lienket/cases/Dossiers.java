package vn.lienket.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.database.SearchText;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Succession;
import vn.lienket.party.User;

/** The register of all cases: gives codes and keeps statuses. Writes only inside the transaction of the step that causes them. */
@Repository
public class Dossiers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final JdbcClient jdbc;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dossiers(JdbcClient jdbc, Parties parties, CurrentUser currentUser, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a dossier in status 1 and returns its code {@code {org code}-{yymmdd}-{sequence}}. The sequence has no gaps: its row
     * stays locked until the caller's transaction ends, and a rollback gives the number back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String open(String kind, String title, String channel, String leadOrganisation) {
        return open(kind, title, channel, leadOrganisation, "");
    }

    /**
     * As the other.
     *
     * @param keywords by what else than its code and title the case is found, e.g. the tax code of whom it is about
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String open(String kind, String title, String channel, String leadOrganisation, String keywords) {
        return open(kind, title, channel, leadOrganisation, keywords, null);
    }

    /**
     * As the other.
     *
     * @param field code of the field of cooperation in which it is counted, or null if it is in none or in several
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String open(
            String kind, String title, String channel, String leadOrganisation, String keywords, String field) {
        String organisationCode = parties.organisation(leadOrganisation)
                .map(Organisation::code)
                .orElseThrow(() -> new IllegalArgumentException("Unknown organisation " + leadOrganisation));
        LocalDate today = LocalDate.now(clock);
        int number = jdbc.sql("""
                        insert into lienket.dossier_sequence as s (organisation_code, day, last) values (?, ?, 1)
                        on conflict (organisation_code, day) do update set last = s.last + 1 returning last""")
                .params(organisationCode, today)
                .query(Integer.class)
                .single();
        String code = "%s-%s-%04d".formatted(organisationCode, DAY.format(today), number);
        jdbc.sql("""
                        with opened as (
                            insert into lienket.dossier
                            (code, kind, title, channel, lead_organisation, field, status, opened_by, opened_at, changed_at)
                            values (:code, :kind, :title, :channel, :lead, :field, :status, :actor, :now, :now)),
                        noted as (
                            insert into lienket.dossier_status (code, position, status, changed_by, changed_at)
                            values (:code, 1, :status, :actor, :now))
                        insert into lienket.dossier_text (code, words)
                        values (:code, concat_ws(' ', :code, :title, :keywords))""")
                .param("code", code)
                .param("kind", kind)
                .param("title", title)
                .param("channel", channel)
                .param("lead", leadOrganisation)
                .param("field", field)
                .param("status", CaseStatus.REGISTERED.number())
                .param("actor", actor())
                .param("now", Moments.of(clock.instant()))
                .param("keywords", keywords)
                .update();
        events.publishEvent(new CaseOpened(code));
        return code;
    }

    /**
     * Moves a dossier to another status, which is told; the same status again changes nothing.
     *
     * @param closed whether the case has ended with it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void changeStatus(String code, CaseStatus status, boolean closed) {
        int changed = jdbc.sql("""
                        with moved as (
                            update lienket.dossier set status = :status, closed = :closed, changed_at = :at
                            where code = :code and status <> :status returning code)
                        insert into lienket.dossier_status (code, position, status, changed_by, changed_at)
                        select moved.code, (select coalesce(max(position), 0) + 1 from lienket.dossier_status h
                            where h.code = moved.code), :status, :actor, :at from moved""")
                .param("status", status.number())
                .param("closed", closed)
                .param("at", Moments.of(clock.instant()))
                .param("code", code)
                .param("actor", actor())
                .update();
        if (changed > 0) {
            events.publishEvent(new StatusChanged(code, status));
        }
    }

    /** Gives a dossier another title, by which it is found from now on instead of the one it had. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(String code, String title) {
        jdbc.sql("""
                        with before as (select code, title from lienket.dossier where code = :code and title <> :title for update),
                        renamed as (
                            update lienket.dossier d set title = :title from before where d.code = before.code)
                        update lienket.dossier_text t
                        set words = t.code || ' ' || :title || substr(words, length(t.code) + length(before.title) + 2)
                        from before where t.code = before.code""").param("code", code).param("title", title).update();
    }

    /** Finds a dossier by these keywords from now on, and no longer by those it had. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeKeywords(String code, String keywords) {
        jdbc.sql("""
                        update lienket.dossier_text t set words = concat_ws(' ', d.code, d.title, ?)
                        from lienket.dossier d where d.code = t.code and d.code = ?""").params(keywords, code).update();
    }

    public Optional<Dossier> find(String code) {
        return jdbc.sql("select * from lienket.dossier where code = ?")
                .param(code)
                .query(Dossiers::map)
                .optional();
    }

    /** Every status a dossier has had, the oldest first. */
    public List<StatusChange> history(String code) {
        return jdbc.sql("select * from lienket.dossier_status where code = ? order by position")
                .param(code)
                .query((row, number) -> new StatusChange(
                        CaseStatus.of(row.getInt("status")),
                        row.getString("changed_by"),
                        Moments.in(row, "changed_at")))
                .list();
    }

    /** A page of the register, newest first; planned for these very words, which may be in every title or in none. */
    @Transactional(readOnly = true)
    public DossierPage search(DossierQuery query) {
        Plans.ofTheseValues(jdbc);
        List<String> patterns = SearchText.patterns(jdbc, query.text());
        String where = """
                where kind = :kind and channel = any (:channels)
                and (:status::int is null or status = :status)
                and (:organisation::text is null or lead_organisation = any (%s))
                """.formatted(Succession.LINE) + like(patterns.size());
        JdbcClient.StatementSpec count = jdbc.sql("select count(*) from lienket.dossier " + where);
        JdbcClient.StatementSpec page = jdbc.sql("select * from lienket.dossier " + where
                        + "order by opened_at desc, code desc limit :size offset :offset")
                .param("size", query.size())
                .param("offset", (long) query.page() * query.size());
        for (JdbcClient.StatementSpec statement : new JdbcClient.StatementSpec[] {count, page}) {
            statement
                    .param("kind", query.kind())
                    .param("channels", query.channels().toArray(String[]::new))
                    .param("status", query.status())
                    .param("organisation", query.organisation());
            IntStream.range(0, patterns.size()).forEach(i -> statement.param("pattern" + i, patterns.get(i)));
        }
        return new DossierPage(
                page.query(Dossiers::map).list(),
                query.page(),
                query.size(),
                count.query(Long.class).single());
    }

    private static String like(int patterns) {
        return patterns == 0
                ? ""
                : IntStream.range(0, patterns)
                        .mapToObj("search_text like :pattern%d"::formatted)
                        .collect(Collectors.joining(
                                " and ", "and code in (select code from lienket.dossier_text where ", ") "));
    }

    private String actor() {
        return currentUser.find().map(User::id).orElse(CurrentUser.SYSTEM);
    }

    private static Dossier map(ResultSet row, int number) throws SQLException {
        return new Dossier(
                row.getString("code"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("channel"),
                row.getString("lead_organisation"),
                CaseStatus.of(row.getInt("status")),
                row.getBoolean("closed"),
                row.getString("opened_by"),
                Moments.in(row, "opened_at"),
                Moments.in(row, "changed_at"));
    }
}
