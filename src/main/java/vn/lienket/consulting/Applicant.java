package vn.lienket.consulting;

import org.springframework.data.relational.core.mapping.Column;

/**
 * The enterprise as its case knows it: as it was when the case was opened or last supplemented.
 *
 * @param sector {@code agriculture}, {@code industry-construction} or {@code trade-services}
 * @param employees average social-insurance headcount
 * @param revenue of the year, in VND
 * @param capital total, in VND
 * @param contactEmail where the mails to the enterprise go, or null
 */
public record Applicant(
        String taxCode,
        @Column("enterprise_name") String name,
        String sector,
        int employees,
        long revenue,
        long capital,
        boolean womenOwned,
        boolean socialEnterprise,
        String contactName,
        String contactEmail,
        String contactPhone) {

    Applicant withContactEmail(String email) {
        return new Applicant(
                taxCode,
                name,
                sector,
                employees,
                revenue,
                capital,
                womenOwned,
                socialEnterprise,
                contactName,
                email,
                contactPhone);
    }

    /** Preferential support, Nghị định 80/2021/NĐ-CP: women-owned or a social enterprise. */
    public boolean preferential() {
        return womenOwned || socialEnterprise;
    }
}
