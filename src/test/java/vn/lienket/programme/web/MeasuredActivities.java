package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activities with indicators and values as rows of the tables, without their processes; all of one agreement. */
class MeasuredActivities {

    static final String TAY_NINH = "binhduong-tayninh";
    static final String QTSC = "binhduong-qtsc";

    private final JdbcClient jdbc;
    private final String agreement;

    MeasuredActivities(JdbcClient jdbc, String agreement) {
        this.jdbc = jdbc;
        this.agreement = agreement;
    }

    /** Led by Bình Dương, with the other party of the channel as partner. */
    void open(String code, String channel, String field, String title, String indicator, String unit, String kind) {
        String partner = channel.equals(QTSC) ? "qtsc" : "tayninh";
        jdbc.sql("""
                        insert into lienket.dossier
                        (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)
                        values (?, 'activity', ?, ?, 'binhduong', 4, 'binhduong.officer1', now(), now())""").params(code, title, channel).update();
        jdbc.sql("""
                        insert into lienket.activity
                        (case_code, revision, state, agreement, cooperation_field, title, channel, lead_organisation,
                        partner_organisation, start_date, end_date, indicator_name, indicator_unit, indicator_kind,
                        indicator_direction, indicator_target, plan_version, round)
                        values (?, 0, 'CARRYING_OUT', ?, ?, ?, ?, 'binhduong', ?, '2026-01-01', '2026-12-31',
                        ?, ?, ?, ?, ?, 1, 1)""")
                .params(
                        code,
                        agreement,
                        field,
                        title,
                        channel,
                        partner,
                        indicator,
                        unit,
                        kind,
                        kind.equals("RANK") ? "LESS" : "MORE",
                        kind.equals("RANK") ? 15 : 90)
                .update();
    }

    void baseline(String code, String value, String day, String source, String doubt) {
        jdbc.sql("""
                        update lienket.activity
                        set baseline = ?, baseline_date = ?, baseline_source = ?, baseline_doubt = ? where case_code = ?""")
                .params(new BigDecimal(value), LocalDate.parse(day), source, doubt, code)
                .update();
    }

    UUID measure(String code, String value, String day) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into lienket.indicator_value (id, activity, value, measured_on, entered_by, entered_at)
                        values (?, ?, ?, ?, 'binhduong.officer1', now())""")
                .params(id, code, new BigDecimal(value), LocalDate.parse(day))
                .update();
        return id;
    }

    void report(String code, int position, int percent, String day) {
        jdbc.sql("""
                        insert into lienket.activity_progress (activity, position, percent, reported_on, author, reported_at)
                        values (?, ?, ?, ?, 'binhduong.officer1', now())""").params(code, position, percent, LocalDate.parse(day)).update();
    }
}
