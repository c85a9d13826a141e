package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.UUID;

/** The checked start fields of a transfer request. */
record TransferTerms(
        String requestingOrganisation,
        String providingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        LocalDate neededBy,
        boolean usesStateBudget,
        boolean foreignParty,
        boolean existingCertificate,
        UUID attachment) {}
