package vn.lienket.report;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import vn.lienket.problem.ProblemException;

interface Reports extends Repository<Report, String> {

    Report save(Report report);

    Optional<Report> findByCaseCode(String caseCode);

    /** Holds the report until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Report> readByCaseCode(String caseCode);

    /** The same; 404 if there is no such report. */
    default Report require(String caseCode) {
        return readByCaseCode(caseCode)
                .orElseThrow(() -> ProblemException.notFound("Không có báo cáo %s.".formatted(caseCode)));
    }

    /** Until the transaction ends nobody else, on no node, opens the report of this channel and quarter. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('report/' || :channel || '/' || :from::text, 0))")
    boolean lockQuarter(String channel, LocalDate from);

    @Query(
            "select case_code from lienket.report where channel = :channel and from_day = :from and state <> 'WITHDRAWN'")
    Optional<String> findStanding(String channel, LocalDate from);

    /** Also one that was withdrawn. */
    @Query("select exists (select from lienket.report where channel = :channel and from_day = :from)")
    boolean isThere(String channel, LocalDate from);
}
