package vn.lienket.consulting;

import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.Sector;

/**
 * The enterprise as its case knows it: as it was when the case was opened or last supplemented. Its components are the fields that
 * forms and the API send of it.
 *
 * @param sector {@code agriculture}, {@code industry-construction} or {@code trade-services}
 * @param employees average social-insurance headcount
 * @param revenue of the year, in VND
 * @param capital total, in VND
 * @param contactEmail where the mails to the enterprise go, or null
 */
public record Applicant(
        String taxCode,
        String enterpriseName,
        String sector,
        int employees,
        long revenue,
        long capital,
        boolean womenOwned,
        boolean socialEnterprise,
        String contactName,
        String contactEmail,
        String contactPhone) {

    static Applicant of(Enterprise enterprise) {
        return new Applicant(
                enterprise.taxCode(),
                enterprise.name(),
                enterprise.sector().id(),
                enterprise.employees(),
                enterprise.revenue(),
                enterprise.capital(),
                enterprise.womenOwned(),
                enterprise.socialEnterprise(),
                enterprise.contactName(),
                enterprise.contactEmail(),
                enterprise.contactPhone());
    }

    Applicant withContactEmail(String email) {
        return new Applicant(
                taxCode,
                enterpriseName,
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

    /** The name of the sector. */
    public String sectorName() {
        return Sector.of(sector).map(Sector::label).orElse(sector);
    }

    /** Preferential support, Nghị định 80/2021/NĐ-CP: women-owned or a social enterprise. */
    public boolean preferential() {
        return womenOwned || socialEnterprise;
    }
}
