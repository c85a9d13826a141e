package vn.lienket.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.CaseKind;
import vn.lienket.consulting.SupportKind;
import vn.lienket.database.Moments;
import vn.lienket.figures.ActivityStanding.Standing;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.programme.Direction;
import vn.lienket.programme.IndicatorKind;
import vn.lienket.transfer.ItemKind;

/**
 * Counts what happened. A question about the past is answered from what is dated (statuses, values, opinions), never from how a row
 * stands today; names are those of today.
 */
@Service
@Transactional(readOnly = true)
public class Figures {

    private static final String OUTLOOK = "reportedExpiry";

    private final JdbcClient jdbc;
    private final ObjectProvider<CaseKind> kinds;
    private final List<CooperationField> fields;
    private final Terms terms;
    private final Clock clock;

    Figures(JdbcClient jdbc, ObjectProvider<CaseKind> kinds, CooperationFields fields, Terms terms, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.fields = fields.all();
        this.terms = terms;
        this.clock = clock;
    }

    /** The figures of a channel for a quarter; of one that is not over, so far. The caller sees to who may see them. */
    public QuarterFigures of(String channel, Quarter quarter) {
        LocalDate outlook = quarter.to().plusDays(terms.days(OUTLOOK, quarter.to()));
        return new QuarterFigures(
                channel,
                quarter,
                countedTo(quarter),
                cases(channel, quarter),
                activities(channel, quarter),
                indicators(channel, quarter),
                support(channel, quarter),
                technology(channel, quarter),
                outlook,
                expiring(channel, quarter, outlook));
    }

    private List<CaseCount> cases(String channel, Quarter quarter) {
        return asked(channel, quarter, """
                        with counted as (
                            select d.code, d.kind, d.lead_organisation, d.opened_at >= :start as received, at.status, at.ended
                            from lienket.dossier d
                            cross join lateral lienket.case_as_of(d.code, :end) at
                            left join lateral lienket.case_as_of(d.code, :start) past on true
                            where d.channel = :channel and d.opened_at < :end and not coalesce(past.ended, false)
                                and not (d.closed and d.changed_at < :start)),
                        judged as (
                            select c.*, c.ended and c.status = 10 and exists (
                                select from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                                where p.business_key_ = c.code and t.delete_reason_ = 'completed'
                                    and t.end_time_ > t.due_date_ and t.end_time_ < :engineEnd) as late
                            from counted c)
                        select k.id, k.name, o.id as organisation, o.short_name,
                            count(*) filter (where not received) as carried_over,
                            count(*) filter (where received) as received,
                            count(*) filter (where ended and status = 10 and not late) as on_time,
                            count(*) filter (where late) as late,
                            count(*) filter (where not ended) as in_progress,
                            count(*) filter (where ended and status = 7) as withdrawn,
                            count(*) filter (where ended and status in (3, 8)) as declined
                        from judged j
                        join unnest(:kinds::text[], :kindNames::text[]) k (id, name) on k.id = j.kind
                        join lienket.organisation o on o.id = j.lead_organisation
                        group by k.id, k.name, o.id, o.short_name
                        order by k.name collate "vi-x-icu", o.short_name collate "vi-x-icu", k.id, o.id""")
                .param("engineEnd", Moments.ofEngine(quarter.end()))
                .param("kinds", kinds.stream().map(CaseKind::id).toArray(String[]::new))
                .param("kindNames", kinds.stream().map(CaseKind::name).toArray(String[]::new))
                .query((row, number) -> new CaseCount(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("short_name"),
                        row.getInt("carried_over"),
                        row.getInt("received"),
                        row.getInt("on_time"),
                        row.getInt("late"),
                        row.getInt("in_progress"),
                        row.getInt("withdrawn"),
                        row.getInt("declined")))
                .list();
    }

    /** Those that had begun by the quarter's end and had not ended before it; what was withdrawn or stopped in it is among the cases. */
    private List<ActivityStanding> activities(String channel, Quarter quarter) {
        return asked(channel, quarter, """
                        select a.case_code, a.title, f.code as field, f.name as field_name, l.id as lead, l.short_name as lead_name,
                            p.short_name as partner_name, a.start_date, a.end_date,
                            case when at.ended then 'DONE' when a.end_date <= :passed then 'LATE' else 'PLANNED' end as standing,
                            (select r.percent from lienket.activity_progress r
                                where r.activity = a.case_code and r.reported_at < :end
                                order by r.position desc limit 1) as percent
                        from lienket.activity a
                        cross join lateral lienket.case_as_of(a.case_code, :end) at
                        left join lateral lienket.case_as_of(a.case_code, :start) past on true
                        join unnest(:fields::text[], :fieldNames::text[]) f (code, name) on f.code = a.cooperation_field
                        join lienket.organisation l on l.id = a.lead_organisation
                        join lienket.organisation p on p.id = a.partner_organisation
                        where a.channel = :channel and a.start_date <= :to
                            and not coalesce(past.ended, false) and (at.status = 10 or not at.ended)
                        order by f.name collate "vi-x-icu", a.title collate "vi-x-icu", a.case_code""")
                .query((row, number) -> new ActivityStanding(
                        row.getString("case_code"),
                        row.getString("title"),
                        row.getString("field"),
                        row.getString("field_name"),
                        row.getString("lead"),
                        row.getString("lead_name"),
                        row.getString("partner_name"),
                        day(row, "start_date"),
                        day(row, "end_date"),
                        Standing.valueOf(row.getString("standing")),
                        row.getObject("percent", Integer.class)))
                .list();
    }

    /** Of the activities whose plan was accepted by then: until it is, a target may still change. */
    private List<IndicatorStanding> indicators(String channel, Quarter quarter) {
        return asked(channel, quarter, """
                        select a.case_code, a.title, o.short_name, a.indicator_name, a.indicator_unit, a.indicator_kind,
                            a.indicator_direction, a.indicator_target, a.baseline, a.baseline_doubt, v.value, v.measured_on
                        from lienket.activity a
                        cross join lateral lienket.case_as_of(a.case_code, :end) at
                        left join lateral lienket.case_as_of(a.case_code, :start) past on true
                        left join lateral (
                            select v.value, v.measured_on from lienket.indicator_value v
                            where v.activity = a.case_code and v.entered_at < :end
                                and (v.replaced_at is null or v.replaced_at >= :end)
                            order by v.measured_on desc, v.entered_at desc, v.id desc limit 1) v on true
                        join lienket.organisation o on o.id = a.lead_organisation
                        where a.channel = :channel and a.start_date <= :to and a.agreed_on <= :to
                            and not coalesce(past.ended, false) and (at.status = 10 or not at.ended)
                        order by a.indicator_name collate "vi-x-icu", a.title collate "vi-x-icu", a.case_code""")
                .query((row, number) -> {
                    BigDecimal target = row.getBigDecimal("indicator_target");
                    BigDecimal value = row.getBigDecimal("value");
                    Direction direction = Direction.valueOf(row.getString("indicator_direction"));
                    return new IndicatorStanding(
                            row.getString("case_code"),
                            row.getString("title"),
                            row.getString("short_name"),
                            row.getString("indicator_name"),
                            row.getString("indicator_unit"),
                            IndicatorKind.valueOf(row.getString("indicator_kind")),
                            target,
                            row.getBigDecimal("baseline"),
                            row.getString("baseline_doubt"),
                            value,
                            day(row, "measured_on"),
                            value == null ? null : direction.reached(value, target));
                })
                .list();
    }

    /** What a case was granted counts unless it was withdrawn by then, which gives the money back. */
    private List<SupportGranted> support(String channel, Quarter quarter) {
        return asked(channel, quarter, """
                        select c.case_code, c.enterprise_name, g.support_kind, g.eligible_cost, g.rate, g.amount, c.support_decided_on
                        from lienket.consulting_case c
                        join lienket.consulting_grant g on g.consulting_case = c.case_code
                        cross join lateral lienket.case_as_of(c.case_code, :end) at
                        where c.channel = :channel and c.support_decided_on between :from and :to and at.status <> 7
                        order by c.enterprise_name collate "vi-x-icu", c.case_code, g.position""")
                .query((row, number) -> new SupportGranted(
                        row.getString("case_code"),
                        row.getString("enterprise_name"),
                        SupportKind.valueOf(row.getString("support_kind")).label(),
                        row.getLong("eligible_cost"),
                        row.getBigDecimal("rate"),
                        row.getLong("amount"),
                        day(row, "support_decided_on")))
                .list();
    }

    private List<TechnologyHandedOver> technology(String channel, Quarter quarter) {
        return asked(channel, quarter, """
                        select t.case_code, t.title, f.name as category_name, p.short_name as provider_name,
                            r.short_name as requester_name, i.kind, i.title as item_title,
                            (a.given_at at time zone 'Asia/Ho_Chi_Minh')::date as accepted_on
                        from lienket.transfer_case t
                        join lienket.transfer_acceptance a on a.transfer_case = t.case_code and a.positive
                            and a.given_at >= :start and a.given_at < :end
                        join lienket.transfer_item i on i.transfer_case = t.case_code
                        cross join lateral lienket.case_as_of(t.case_code, :end) at
                        join unnest(:fields::text[], :fieldNames::text[]) f (code, name) on f.code = t.category
                        join lienket.organisation p on p.id = t.providing_organisation
                        join lienket.organisation r on r.id = t.requesting_organisation
                        where t.channel = :channel and at.status <> 7
                        order by t.title collate "vi-x-icu", t.case_code, i.position""")
                .query((row, number) -> new TechnologyHandedOver(
                        row.getString("case_code"),
                        row.getString("title"),
                        row.getString("category_name"),
                        row.getString("provider_name"),
                        row.getString("requester_name"),
                        ItemKind.valueOf(row.getString("kind")).label(),
                        row.getString("item_title"),
                        day(row, "accepted_on")))
                .list();
    }

    private List<ExpiringAgreement> expiring(String channel, Quarter quarter, LocalDate outlook) {
        return asked(channel, quarter, """
                        select a.case_code, a.title, o.short_name, a.effective_from, a.effective_to,
                            (select min(n.case_code) from lienket.agreement n join lienket.dossier d on d.code = n.case_code
                                where n.predecessor = a.case_code and d.opened_at < :end) as renewal
                        from lienket.agreement a
                        cross join lateral lienket.case_as_of(a.case_code, :end) at
                        join lienket.organisation o on o.id = a.lead_organisation
                        where a.channel = :channel and at.status = 10 and (a.ended_on is null or a.ended_on > :to)
                            and a.effective_to > :to and a.effective_to <= :outlook
                        order by a.effective_to, a.title collate "vi-x-icu", a.case_code""")
                .param("outlook", outlook)
                .query((row, number) -> new ExpiringAgreement(
                        row.getString("case_code"),
                        row.getString("title"),
                        row.getString("short_name"),
                        day(row, "effective_from"),
                        day(row, "effective_to"),
                        row.getString("renewal")))
                .list();
    }

    /** With what the questions have in common. */
    private JdbcClient.StatementSpec asked(String channel, Quarter quarter, String sql) {
        return jdbc.sql(sql)
                .param("channel", channel)
                .param("from", quarter.from())
                .param("to", quarter.to())
                .param("passed", lastDayPassed(quarter))
                .param("start", Moments.of(quarter.start()))
                .param("end", Moments.of(quarter.end()))
                .param("fields", fields.stream().map(CooperationField::code).toArray(String[]::new))
                .param("fieldNames", fields.stream().map(CooperationField::name).toArray(String[]::new));
    }

    private LocalDate countedTo(Quarter quarter) {
        LocalDate today = today();
        return today.isBefore(quarter.to()) ? today : quarter.to();
    }

    /** Who has until today is not late yet. */
    private LocalDate lastDayPassed(Quarter quarter) {
        LocalDate yesterday = today().minusDays(1);
        return yesterday.isBefore(quarter.to()) ? yesterday : quarter.to();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadlines.ZONE));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
