package vn.lienket.enterprise;

import java.util.Optional;

/**
 * An enterprise as the registry knows it, checked by {@link EnterpriseInput}.
 *
 * @param taxCode the key, as {@link TaxCode} writes it
 * @param employees average headcount in social insurance
 * @param revenue of the last year, whole VND
 * @param capital total capital, whole VND
 * @param womenOwned women hold 51 % of the charter capital or more and at least one of them manages
 * @param vsicVersion {@code 2018} or {@code 2025}, null together with the code
 * @param vsicCode of the main industry in that version
 * @param contactPhone domestic form, digits only
 * @param digitalLevel how digital it is today by its own account, from 0 (not at all) to 5 (wholly); null if not known
 * @param size {@code micro}, {@code small}, {@code medium} or {@code large} as {@link EnterpriseSizes} said when it was last written; null
 *     if it said nothing
 * @param revision 0 before it is stored, 1 and up after
 */
public record Enterprise(
        String taxCode,
        String name,
        Sector sector,
        int employees,
        long revenue,
        long capital,
        boolean womenOwned,
        boolean socialEnterprise,
        String vsicVersion,
        String vsicCode,
        String contactName,
        String contactEmail,
        String contactPhone,
        String address,
        Integer digitalLevel,
        String size,
        int revision) {

    /** What an officer should look at, in Vietnamese. */
    public Optional<String> warning() {
        return new TaxCode(taxCode).warning();
    }

    /** The same enterprise on top of that revision. */
    public Enterprise withRevision(int known) {
        return with(size, known);
    }

    Enterprise withSize(String found) {
        return with(found, revision);
    }

    /** The same enterprise with mails to it going there. */
    public Enterprise withContactEmail(String email) {
        return withContact(contactName, email, contactPhone);
    }

    Enterprise withoutContact() {
        return withContact(null, null, null);
    }

    private Enterprise withContact(String person, String email, String phone) {
        return new Enterprise(
                taxCode,
                name,
                sector,
                employees,
                revenue,
                capital,
                womenOwned,
                socialEnterprise,
                vsicVersion,
                vsicCode,
                person,
                email,
                phone,
                address,
                digitalLevel,
                size,
                revision);
    }

    private Enterprise with(String newSize, int newRevision) {
        return new Enterprise(
                taxCode,
                name,
                sector,
                employees,
                revenue,
                capital,
                womenOwned,
                socialEnterprise,
                vsicVersion,
                vsicCode,
                contactName,
                contactEmail,
                contactPhone,
                address,
                digitalLevel,
                newSize,
                newRevision);
    }
}
