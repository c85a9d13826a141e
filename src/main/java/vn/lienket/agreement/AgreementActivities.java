package vn.lienket.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What is done under an agreement; the module of the work programme knows. */
public interface AgreementActivities {

    /** The activities of an agreement, the open ones first, then the newest; at most 500. */
    List<Line> of(String caseCode);

    /**
     * One of them.
     *
     * @param progressPercent of the newest report, or null
     * @param nextDue the earliest due date of its open tasks, or null
     * @param late whether that has passed
     * @param indicatorValue the newest one, or null
     * @param reached whether that is as good as the target; null without a value
     */
    record Line(
            String caseCode,
            String title,
            String cooperationField,
            String cooperationFieldName,
            String leadOrganisation,
            String leadOrganisationName,
            String partnerOrganisation,
            String partnerOrganisationName,
            String state,
            String stateName,
            int caseStatus,
            LocalDate startDate,
            LocalDate endDate,
            int workItems,
            int workItemsDone,
            Integer progressPercent,
            OffsetDateTime nextDue,
            boolean late,
            String indicatorName,
            String indicatorUnit,
            BigDecimal indicatorTarget,
            BigDecimal baseline,
            BigDecimal indicatorValue,
            Boolean reached,
            LocalDate closedOn) {}
}
