package vn.lienket.consulting;

/**
 * The enterprise as a document of its case names it; texts as people read them, money in whole VND.
 *
 * @param size e.g. "Doanh nghiệp nhỏ", with the rule it comes from
 * @param employees average social-insurance headcount
 * @param contactEmail may be null, as may be the phone and the name
 */
record EnterpriseFacts(
        String taxCode,
        String name,
        String sector,
        String size,
        String sizeCitation,
        int employees,
        long revenue,
        long capital,
        boolean womenOwned,
        boolean socialEnterprise,
        String contactName,
        String contactEmail,
        String contactPhone,
        String need) {}
