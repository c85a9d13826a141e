package vn.lienket.consulting;

/**
 * What decisions and deadlines ask of a case; units as in {@link Applicant}.
 *
 * @param size null while it is not determined
 * @param frameworkVersion null before the first assessment
 * @param verificationDays working days for the check of the case: all of them, or what a supplement has left
 */
public record CaseFacts(
        String sector,
        int employees,
        long revenue,
        long capital,
        String size,
        String needCategory,
        String frameworkVersion,
        boolean preferential,
        int verificationDays) {}
