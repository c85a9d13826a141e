package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.figures.ActivityStanding.Standing;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

/** Rows as the modules write them, of a quarter in which no other test has anything; the database forgets them afterwards. */
@ProcessTest
@Transactional
class FiguresTest {

    private static final String CHANNEL = "binhduong-tayninh";
    private static final String OTHER = "binhduong-qtsc";
    private static final Quarter QUARTER = new Quarter(LocalDate.of(1994, 4, 1), LocalDate.of(1994, 6, 30));
    private static final String BEFORE = "1994-03-10T09:00";
    private static final String WITHIN = "1994-05-06T09:00";
    private static final String AFTER = "1994-07-01T00:00";

    @Autowired
    Figures figures;

    @Autowired
    JdbcClient jdbc;

    private int last;

    @Test
    void casesAreCountedAsTheyStoodAtTheEnd() {
        ended(opened("transfer", BEFORE), 10, WITHIN);
        String late = ended(opened("transfer", WITHIN), 10, "1994-06-20T10:00");
        task(late, "1994-06-10T10:00", "1994-06-10T09:00", "completed");
        String dropped = ended(opened("transfer", WITHIN), 10, "1994-06-20T10:00");
        task(dropped, "1994-06-10T10:00", "1994-06-10T09:00", "deleted");
        task(dropped, "1994-06-09T10:00", "1994-06-10T09:00", "completed");
        String lateLater = ended(opened("transfer", "1994-06-30T23:59"), 10, "1994-08-01T09:00");
        task(lateLater, "1994-07-20T10:00", "1994-07-10T09:00", "completed");
        ended(opened("transfer", WITHIN), 7, "1994-06-30T23:59");
        ended(opened("transfer", WITHIN), 3, WITHIN);
        ended(opened("transfer", WITHIN), 8, WITHIN);
        String waiting = opened("transfer", WITHIN);
        status(waiting, 5, WITHIN);
        status(waiting, 8, "1994-06-01T09:00");
        jdbc.sql("insert into lienket.case_clock (case_code, organisation, stopped_at, resumed_at, working_days)"
                        + " values (?, 'tayninh', ?, ?, 30)")
                .params(waiting, at(WITHIN), at(AFTER))
                .update();
        ended(opened("transfer", BEFORE), 10, "1994-03-31T23:59");
        opened("transfer", AFTER);
        ended(row("transfer", OTHER, "binhduong", WITHIN), 10, WITHIN);
        row("agreement", CHANNEL, "binhduong", WITHIN);

        QuarterFigures counted = counted();

        assertThat(counted.cases())
                .containsExactly(
                        new CaseCount(
                                "transfer",
                                "Chuyển giao công nghệ",
                                "tayninh",
                                "Sở TT&TT Tây Ninh",
                                1,
                                7,
                                2,
                                1,
                                2,
                                1,
                                2),
                        new CaseCount(
                                "agreement",
                                "Thỏa thuận hợp tác",
                                "binhduong",
                                "Sở TT&TT Bình Dương",
                                0,
                                1,
                                0,
                                0,
                                1,
                                0,
                                0));
        CaseCount all = counted.allCases();
        assertThat(all.received()).isEqualTo(8);
        assertThat(all.carriedOver() + all.received())
                .isEqualTo(all.onTime() + all.late() + all.inProgress() + all.withdrawn() + all.declined());
        for (CaseCount each : counted.cases()) {
            assertThat(each.carriedOver() + each.received())
                    .isEqualTo(each.onTime() + each.late() + each.inProgress() + each.withdrawn() + each.declined());
        }
    }

    @Test
    void activitiesAndTheirIndicatorsAreToldAsFarAsTheyWereKnown() {
        String agreement = agreement("1994-01-01", "1994-12-31", null);
        String planned = activity(agreement, "Ảnh số", "1994-06-30", "1994-12-01", "1994-06-01", "COUNT", "MORE");
        progress(planned, 1, 20, WITHIN);
        progress(planned, 2, 90, AFTER);
        value(planned, "7", "1994-05-30", "1994-06-01T08:00", null);
        value(planned, "9", "1994-05-30", "1994-06-02T08:00", AFTER);
        value(planned, "8", "1994-05-30", AFTER, null);
        String late = activity(agreement, "Bản đồ", "1994-04-01", "1994-06-30", "1994-04-02", "COUNT", "MORE");
        String done = activity(agreement, "Dữ liệu", "1994-04-01", "1994-06-01", "1994-04-02", "COUNT", "LESS");
        value(done, "9.5", "1994-06-10", WITHIN, null);
        ended(done, 10, "1994-06-15T10:00");
        String unplanned = activity(agreement, "Đào tạo", "1994-05-01", "1994-12-01", null, "COUNT", "MORE");
        String withdrawn = activity(agreement, "Y tế", "1994-05-01", "1994-12-01", "1994-05-02", "COUNT", "MORE");
        ended(withdrawn, 7, WITHIN);
        activity(agreement, "Tương lai", "1994-07-01", "1994-12-01", "1994-05-02", "COUNT", "MORE");

        QuarterFigures counted = counted();

        assertThat(counted.activities())
                .extracting(ActivityStanding::caseCode, ActivityStanding::standing, ActivityStanding::percent)
                .containsExactly(
                        tuple(planned, Standing.PLANNED, 20),
                        tuple(late, Standing.LATE, null),
                        tuple(done, Standing.DONE, null),
                        tuple(unplanned, Standing.PLANNED, null));
        assertThat(counted.activities(Standing.PLANNED)).isEqualTo(2);
        assertThat(counted.activities().get(0).fieldName()).isEqualTo("Trung tâm giám sát, điều hành thông minh");
        assertThat(counted.indicators())
                .extracting(IndicatorStanding::activity, IndicatorStanding::value, IndicatorStanding::reached)
                .containsExactly(
                        tuple(planned, new BigDecimal("9.00"), false),
                        tuple(late, null, null),
                        tuple(done, new BigDecimal("9.50"), true));
        assertThat(counted.indicators().get(0).doubt()).isEqualTo("in sai");
        assertThat(counted.reached()).isEqualTo(1);
        assertThat(counted.indicatorSums())
                .containsExactly(
                        new IndicatorSum("Số lớp", "lớp", 3, new BigDecimal("30.00"), new BigDecimal("18.50")));
    }

    @Test
    void onlyCountsAddUp() {
        String agreement = agreement("1994-01-01", "1994-12-31", null);
        for (String title : new String[] {"Một", "Hai"}) {
            value(
                    activity(agreement, title, "1994-04-01", "1994-12-01", "1994-04-02", "PERCENT", "MORE"),
                    "50",
                    "1994-05-01",
                    WITHIN,
                    null);
        }

        assertThat(counted().indicators()).hasSize(2);
        assertThat(counted().indicatorSums()).isEmpty();
    }

    @Test
    void supportTechnologyAndAgreementsThatExpireAreThoseOfTheQuarter() {
        String granted = consulting("Công ty Ảnh", "1994-06-30");
        String released = consulting("Công ty Bưởi", "1994-05-01");
        consulting("Công ty Cam", "1994-07-01");
        String given = transfer("Trung tâm điều hành", WITHIN, true);
        transfer("Phần mềm", AFTER, true);
        transfer("Có lỗi", WITHIN, false);
        String expiring = agreement("1990-01-01", "1994-12-27", null);
        String ended = agreement("1990-01-01", "1994-12-27", "1994-06-30");
        agreement("1990-01-01", "1994-12-28", null);
        agreement("1990-01-01", "1994-06-30", null);
        String later = agreement("1990-01-01", "1994-12-27", "1994-07-01");
        ended(released, 7, WITHIN);

        QuarterFigures counted = counted();

        assertThat(counted.support()).extracting(SupportGranted::caseCode).containsExactly(granted);
        assertThat(counted.supportTotal()).isEqualTo(20_000_000);
        assertThat(counted.technology())
                .extracting(TechnologyHandedOver::caseCode, TechnologyHandedOver::itemTitle)
                .containsExactly(tuple(given, "Sổ tay"), tuple(given, "Tập huấn"));
        assertThat(counted.technology().get(0).acceptedOn()).isEqualTo("1994-05-06");
        assertThat(counted.outlook()).isEqualTo("1994-12-27");
        assertThat(counted.expiring())
                .extracting(ExpiringAgreement::caseCode)
                .containsExactly(expiring, later)
                .doesNotContain(ended);
    }

    @Test
    void whatHappensLaterChangesNothing() {
        String agreement = agreement("1994-01-01", "1994-12-27", null);
        String activity = activity(agreement, "Ảnh số", "1994-04-01", "1994-12-01", "1994-04-02", "COUNT", "MORE");
        String value = value(activity, "7", "1994-05-30", WITHIN, null);
        String open = opened("transfer", WITHIN);
        String support = consulting("Công ty Ảnh", "1994-06-30");
        transfer("Trung tâm điều hành", WITHIN, true);
        QuarterFigures before = counted();
        assertThat(before.allCases().inProgress()).isEqualTo(4);

        ended(open, 10, AFTER);
        task(open, "1994-07-20T10:00", "1994-05-10T09:00", "completed");
        ended(activity, 7, AFTER);
        progress(activity, 1, 55, AFTER);
        value(activity, "8", "1994-05-30", AFTER, null);
        jdbc.sql("update lienket.indicator_value set replaced_at = ? where id = ?::uuid")
                .params(at(AFTER), value)
                .update();
        ended(support, 7, AFTER);
        jdbc.sql("update lienket.consulting_grant set released = true where consulting_case = ?")
                .param(support)
                .update();
        jdbc.sql("update lienket.agreement set state = 'TERMINATED', ended_on = '1994-07-01' where case_code = ?")
                .param(agreement)
                .update();
        opened("transfer", AFTER);
        transfer("Phần mềm", AFTER, AFTER, true);
        agreement("1994-07-01", "1994-12-01", null, AFTER);

        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void nothingOfAnotherChannelIsAmongThem() {
        String agreement = agreement("1994-01-01", "1994-12-27", null);
        activity(agreement, "Ảnh số", "1994-04-01", "1994-12-01", "1994-04-02", "COUNT", "MORE");
        consulting("Công ty Ảnh", "1994-06-30");
        transfer("Trung tâm điều hành", WITHIN, true);

        QuarterFigures other = figures.of(OTHER, QUARTER);

        assertThat(other.cases()).isEmpty();
        assertThat(other.activities()).isEmpty();
        assertThat(other.indicators()).isEmpty();
        assertThat(other.support()).isEmpty();
        assertThat(other.technology()).isEmpty();
        assertThat(other.expiring()).isEmpty();
    }

    private QuarterFigures counted() {
        return figures.of(CHANNEL, QUARTER);
    }

    private String opened(String kind, String at) {
        return row(kind, CHANNEL, "tayninh", at);
    }

    private String row(String kind, String channel, String lead, String at) {
        String code = "T-%04d".formatted(++last);
        jdbc.sql(
                        "insert into lienket.dossier (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)"
                                + " values (?, ?, 'Hồ sơ', ?, ?, 1, 'system', ?, ?)")
                .params(code, kind, channel, lead, at(at), at(at))
                .update();
        status(code, 1, at);
        return code;
    }

    private String ended(String code, int status, String at) {
        status(code, status, at);
        jdbc.sql("update lienket.dossier set closed = true where code = ?")
                .param(code)
                .update();
        return code;
    }

    private void status(String code, int status, String at) {
        jdbc.sql(
                        "insert into lienket.dossier_status select ?, count(*) + 1, ?, 'system', ? from lienket.dossier_status where code = ?")
                .params(code, status, at(at), code)
                .update();
        jdbc.sql("update lienket.dossier set status = ?, changed_at = ? where code = ?")
                .params(status, at(at), code)
                .update();
    }

    private void task(String code, String ended, String due, String how) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_) values (?, ?, ?, 'p', ?)")
                .params(id, id, code, Moments.ofEngine(TestClock.at(BEFORE)))
                .update();
        jdbc.sql("insert into act_hi_taskinst (id_, proc_inst_id_, start_time_, end_time_, due_date_, delete_reason_)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        id,
                        Moments.ofEngine(TestClock.at(BEFORE)),
                        Moments.ofEngine(TestClock.at(ended)),
                        Moments.ofEngine(TestClock.at(due)),
                        how)
                .update();
    }

    private String agreement(String from, String to, String endedOn) {
        return agreement(from, to, endedOn, "1994-01-02T09:00");
    }

    private String agreement(String from, String to, String endedOn, String at) {
        String code = ended(row("agreement", CHANNEL, "binhduong", at), 10, at);
        jdbc.sql(
                        "insert into lienket.agreement (case_code, revision, state, title, type, channel, lead_organisation, legal_basis,"
                                + " effective_from, effective_to, ended_on) values (?, 0, 'IN_FORCE', 'Thỏa thuận', 'BTT', ?, 'binhduong', 'Luật',"
                                + " ?::date, ?::date, ?::date)")
                .params(code, CHANNEL, from, to, endedOn)
                .update();
        return code;
    }

    private String activity(
            String agreement, String title, String from, String to, String agreedOn, String kind, String direction) {
        String code = row("activity", CHANNEL, "binhduong", BEFORE);
        jdbc.sql(
                        "insert into lienket.activity (case_code, revision, state, agreement, cooperation_field, title, channel,"
                                + " lead_organisation, partner_organisation, start_date, end_date, indicator_name, indicator_unit, indicator_kind,"
                                + " indicator_direction, indicator_target, baseline, baseline_doubt, plan_version, round, agreed_on)"
                                + " values (?, 0, 'CARRYING_OUT', ?, 'ioc', ?, ?, 'binhduong', 'tayninh', ?::date, ?::date, 'Số lớp', 'lớp', ?, ?, 10,"
                                + " 5, 'in sai', 1, 1, ?::date)")
                .params(code, agreement, title, CHANNEL, from, to, kind, direction, agreedOn)
                .update();
        return code;
    }

    private void progress(String activity, int position, int percent, String at) {
        jdbc.sql("insert into lienket.activity_progress (activity, position, percent, reported_on, author, reported_at)"
                        + " values (?, ?, ?, '1994-05-01', 'system', ?)")
                .params(activity, position, percent, at(at))
                .update();
    }

    private String value(String activity, String value, String measured, String entered, String replaced) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        "insert into lienket.indicator_value (id, activity, value, measured_on, entered_by, entered_at, replaced_at)"
                                + " values (?::uuid, ?, ?, ?::date, 'system', ?, ?)")
                .params(
                        id,
                        activity,
                        new BigDecimal(value),
                        measured,
                        at(entered),
                        replaced == null ? null : at(replaced))
                .update();
        return id;
    }

    private String consulting(String name, String decidedOn) {
        String code = row("consulting", CHANNEL, "binhduong", BEFORE);
        String taxCode = "90000%05d".formatted(last);
        jdbc.sql(
                        "insert into lienket.enterprise (tax_code, name, sector, employees, revenue, capital, women_owned, social_enterprise,"
                                + " revision) values (?, ?, 'agriculture', 5, 1, 1, false, false, 1)")
                .params(taxCode, name)
                .update();
        jdbc.sql(
                        "insert into lienket.consulting_case (case_code, revision, state, channel, lead_organisation, tax_code, enterprise_name,"
                                + " sector, employees, revenue, capital, women_owned, social_enterprise, need, need_category, roadmap_version,"
                                + " support_decided_on) values (?, 0, 'CARRYING_OUT', ?, 'binhduong', ?, ?, 'agriculture', 5, 1, 1, false, false, 'a',"
                                + " 'b', 1, ?::date)")
                .params(code, CHANNEL, taxCode, name, decidedOn)
                .update();
        jdbc.sql(
                        "insert into lienket.consulting_grant (consulting_case, position, tax_code, year, support_kind, eligible_cost, rate, cap,"
                                + " granted_before, amount, citation, released) values (?, 0, ?, 1994, 'DX_SOLUTION', 40000000, 0.5, 20000000, 0,"
                                + " 20000000, 'Điều 11', false)")
                .params(code, taxCode)
                .update();
        return code;
    }

    private String transfer(String title, String acceptedAt, boolean accepted) {
        return transfer(title, BEFORE, acceptedAt, accepted);
    }

    private String transfer(String title, String openedAt, String acceptedAt, boolean accepted) {
        String code = opened("transfer", openedAt);
        status(code, 9, acceptedAt);
        jdbc.sql(
                        "insert into lienket.transfer_case (case_code, revision, state, channel, requesting_organisation, providing_organisation,"
                                + " category, title, need_description, needed_by, uses_state_budget, foreign_party, existing_certificate, plan_version,"
                                + " acceptance_round) values (?, 0, 'EVALUATING', ?, 'tayninh', 'binhduong', 'ioc', ?, 'a', '1994-12-01', false, false,"
                                + " false, 1, 1)")
                .params(code, CHANNEL, title)
                .update();
        jdbc.sql(
                        "insert into lienket.transfer_item (transfer_case, position, kind, title, due_in_working_days, accepted)"
                                + " values (?, 0, 'DOCUMENT', 'Sổ tay', 5, true), (?, 1, 'TRAINING', 'Tập huấn', 5, true)")
                .params(code, code)
                .update();
        jdbc.sql("insert into lienket.transfer_acceptance (transfer_case, position, round, positive, author, given_at)"
                        + " values (?, 0, 1, ?, 'system', ?)")
                .params(code, accepted, at(acceptedAt))
                .update();
        return code;
    }

    private static OffsetDateTime at(String localTime) {
        return Moments.of(TestClock.at(localTime));
    }
}
