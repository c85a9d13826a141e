package vn.lienket.agreement;

import java.time.LocalDate;
import java.util.List;

/** What an agreement is about, checked. */
record AgreementTerms(
        String title,
        AgreementType type,
        String channel,
        String leadOrganisation,
        List<String> cooperationFields,
        String legalBasis,
        LocalDate effectiveFrom,
        LocalDate effectiveTo) {

    /** The field in which it is counted; null if it is of several. */
    String onlyField() {
        return cooperationFields.size() == 1 ? cooperationFields.get(0) : null;
    }
}
