package vn.lienket.consulting;

/**
 * The enterprise as a document of its case names it.
 *
 * @param size e.g. "Doanh nghiệp nhỏ", with the rule it comes from
 */
record EnterpriseFacts(Applicant applicant, String size, String sizeCitation, String need) {}
