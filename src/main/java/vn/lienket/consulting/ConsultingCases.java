package vn.lienket.consulting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import vn.lienket.problem.ProblemException;
import vn.lienket.rule.Verification;

interface ConsultingCases extends Repository<ConsultingCase, String> {

    ConsultingCase save(ConsultingCase consultingCase);

    Optional<ConsultingCase> findByCaseCode(String caseCode);

    /** Holds the case until the transaction ends, so that steps that are done at once come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<ConsultingCase> readByCaseCode(String caseCode);

    /** The same; 404 if there is no such case. */
    default ConsultingCase require(String caseCode) {
        return readByCaseCode(caseCode)
                .orElseThrow(() -> ProblemException.notFound("Không có hồ sơ tư vấn %s.".formatted(caseCode)));
    }

    /**
     * What {@link ConsultingCase#classify} does to a case that waits for it, in one statement instead of the fifteen that reading and
     * saving the aggregate take: every case passes here, thousands at a time. The status of both states is the same.
     */
    @Modifying
    @Query("update lienket.consulting_case set size = :size, size_citation = :citation,"
            + " size_verification_mark = :mark, size_verification_reservation = :reservation, state = :state,"
            + " revision = revision + 1 where case_code = :caseCode and state = 'CLASSIFYING'")
    boolean classify(
            String caseCode,
            String size,
            String citation,
            Verification.Mark mark,
            String reservation,
            ConsultingState state);

    /**
     * Saves what {@link ConsultingCase#accept} or {@link ConsultingCase#assign} has changed of a case that the caller holds: saving the
     * aggregate would write everything below it anew, where there is nothing yet. The caller sees to the dossier's status.
     */
    default void saveBeforeAssessment(ConsultingCase held) {
        update(
                held.caseCode(),
                held.state(),
                held.supplement().daysLeft(),
                held.consultantOrganisation(),
                held.expertise(),
                held.consultant());
    }

    @Modifying
    @Query("update lienket.consulting_case set state = :state, supplement_days_left = :daysLeft,"
            + " consultant_organisation = :organisation, expertise = :expertise, consultant = :consultant,"
            + " revision = revision + 1 where case_code = :caseCode")
    void update(
            String caseCode,
            ConsultingState state,
            Integer daysLeft,
            String organisation,
            String expertise,
            String consultant);

    @Query("select sector, employees, revenue, capital, size, need_category, framework_version,"
            + " women_owned or social_enterprise as preferential,"
            + " coalesce(supplement_days_left, :usualDays) as verification_days"
            + " from lienket.consulting_case where case_code = :caseCode")
    CaseFacts facts(String caseCode, int usualDays);

    /** Lets starts for one tax code, be it registered or not, come one after the other: each waits for the end of the one before. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('consulting/' || :taxCode, 0))")
    boolean holdTaxCode(String taxCode);

    /** The same for many; all who hold several take them in this order. */
    @Query("select count(pg_advisory_xact_lock(hashtextextended('consulting/' || sorted.code, 0))::text)"
            + " from (select code from unnest(:taxCodes::text[]) as given (code) order by code) as sorted")
    int holdTaxCodes(String[] taxCodes);

    @Query("select case_code from lienket.consulting_case where tax_code = :taxCode and closed_on is null")
    Optional<String> findOpen(String taxCode);

    /** The open cases of these enterprises. */
    @Query("select tax_code, case_code from lienket.consulting_case"
            + " where tax_code in (:taxCodes) and closed_on is null")
    List<OpenCase> findOpenAmong(Collection<String> taxCodes);

    /** The one open case of an enterprise. */
    record OpenCase(String taxCode, String caseCode) {}

    @Query("select case_code from lienket.consulting_case where tax_code = :taxCode order by case_code")
    List<String> findCodes(String taxCode);

    /** What the enterprise was granted of a kind in a year, over all its cases; the caller holds the enterprise. */
    @Query("select coalesce(sum(amount), 0) from lienket.consulting_grant"
            + " where tax_code = :taxCode and year = :year and support_kind = :kind and not released")
    long granted(String taxCode, int year, String kind);
}
