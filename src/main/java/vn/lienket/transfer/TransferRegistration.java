package vn.lienket.transfer;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import vn.lienket.rule.Verification;

/**
 * Whether the contract must be registered, and how it was.
 *
 * @param compulsory null while it is not decided
 * @param due the last day; null where it need not be registered
 * @param verification null where a person said whether it must be
 * @param number of the certificate, or null
 */
public record TransferRegistration(
        @Column("registration_compulsory") Boolean compulsory,
        @Column("registration_due") LocalDate due,
        @Column("registration_citation") String citation,

        @Embedded.Nullable(prefix = "registration_verification_")
        Verification verification,

        @Column("registration_number") String number,
        LocalDate registeredOn) {

    static final TransferRegistration OPEN = new TransferRegistration(null, null, null, null, null, null);

    /** What the rule, or a person where there is none, says of a contract of this day. */
    static TransferRegistration by(RegistrationRule rule, LocalDate contractedOn) {
        return new TransferRegistration(
                rule.compulsory(),
                rule.compulsory() ? contractedOn.plusDays(rule.deadlineDays()) : null,
                rule.citation(),
                rule.verification(),
                null,
                null);
    }

    TransferRegistration registered(String certificate, LocalDate on) {
        return new TransferRegistration(compulsory, due, citation, verification, certificate, on);
    }
}
