package vn.lienket.report;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
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

    @Query("select coalesce(max(registered_sequence), 0) from lienket.report"
            + " where lead_organisation = :organisation and registered_year = :year")
    int lastSequence(String organisation, int year);

    @Query("select exists (select from lienket.report where lead_organisation = :organisation"
            + " and registered_year = :year and registered_sequence = :sequence)")
    boolean isTaken(String organisation, int year, int sequence);

    /** Has all who give numbers of an organisation's register wait for each other until their transactions end. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('lienket number ' || :organisation, 0))")
    boolean lockNumbers(String organisation);

    @Modifying
    @Query("insert into lienket.report_proposal (report, number) values (:caseCode, :number) on conflict do nothing")
    void keepProposal(String caseCode, String number);

    @Query("select exists (select from lienket.report_proposal where report = :caseCode and number = :number)")
    boolean isProposal(String caseCode, String number);
}
