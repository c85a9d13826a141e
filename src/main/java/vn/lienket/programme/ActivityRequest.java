package vn.lienket.programme;

import java.util.List;
import java.util.Map;

/**
 * The start fields of an activity, unchecked, as a form or the API sends them; dates {@code yyyy-MM-dd}. Its components are the
 * fields: the API reads it, and the process takes it, as it is.
 *
 * @param indicatorDirection code of a {@link Direction}; that of the template, else more, if nothing is said
 * @param workItems each {@code {title, organisation, role, dueInWorkingDays}}; none or an empty list: those of the field's template
 */
public record ActivityRequest(
        String agreementCode,
        String cooperationField,
        String title,
        String leadOrganisation,
        String partnerOrganisation,
        String startDate,
        String endDate,
        String indicatorName,
        String indicatorUnit,
        String indicatorDirection,
        Object indicatorTarget,
        List<Map<String, Object>> workItems) {}
