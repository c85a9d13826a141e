package vn.lienket.figures;

import java.time.LocalDate;

/** An item of a transfer that was accepted in a quarter. */
public record TechnologyHandedOver(
        String caseCode,
        String title,
        String categoryName,
        String providerName,
        String requesterName,
        String itemKindName,
        String itemTitle,
        LocalDate acceptedOn) {}
