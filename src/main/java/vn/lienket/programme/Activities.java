package vn.lienket.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import vn.lienket.problem.ProblemException;

interface Activities extends Repository<Activity, String> {

    /** Reads {@link ActivityLine}s. */
    String LINES =
            "select case_code, state, cooperation_field, title, lead_organisation, partner_organisation, start_date, end_date,"
                    + " indicator_name, indicator_unit, indicator_target, indicator_direction, baseline, closed_on,"
                    + " (select count(*) from lienket.activity_item i where i.activity = a.case_code) as items,"
                    + " (select count(*) from lienket.activity_item i where i.activity = a.case_code and i.done) as items_done,"
                    + " (select p.percent from lienket.activity_progress p where p.activity = a.case_code"
                    + " order by p.position desc limit 1) as percent,"
                    + " (select v.value from lienket.indicator_value v where v.activity = a.case_code and v.replaced_by is null"
                    + " order by v.measured_on desc, v.entered_at desc limit 1) as latest_value"
                    + " from lienket.activity a";

    Activity save(Activity activity);

    Optional<Activity> findByCaseCode(String caseCode);

    /** Holds the activity until the transaction ends, so that steps that are done at once come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Activity> readByCaseCode(String caseCode);

    /** The same; 404 if there is no such activity. */
    default Activity require(String caseCode) {
        return readByCaseCode(caseCode)
                .orElseThrow(() -> ProblemException.notFound("Không có hoạt động %s.".formatted(caseCode)));
    }

    /** Until the transaction ends nobody else opens a programme of this agreement. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('programme/' || :agreement, 0))")
    boolean lockProgramme(String agreement);

    /** The fields that have an open activity which begins in this time. */
    @Query("select distinct cooperation_field from lienket.activity"
            + " where agreement = :agreement and closed_on is null and start_date between :from and :to")
    List<String> fieldsWithOpenActivity(String agreement, LocalDate from, LocalDate to);

    @Query(
            "select case_code from lienket.activity where agreement = :agreement and closed_on is null order by case_code")
    List<String> openCodes(String agreement);

    /** Of an agreement, as a list shows them: the open ones first, then the newest. */
    @Query(LINES + " where agreement = :agreement order by closed_on is not null, case_code desc limit :most")
    List<ActivityLine> linesOfAgreement(String agreement, int most);

    /** Of a programme, by code. */
    @Query(LINES + " where opening = :opening order by case_code")
    List<ActivityLine> linesOfOpening(UUID opening);

    /** One item without the rest of the activity; {@code position} counts from 1. */
    @Query("select title, organisation, role, due_in_working_days, done from lienket.activity_item"
            + " where activity = :caseCode and position = :position - 1")
    Optional<WorkItem> findItem(String caseCode, int position);

    @Query("select start_date from lienket.activity where case_code = :caseCode")
    Optional<LocalDate> findStartDate(String caseCode);
}
