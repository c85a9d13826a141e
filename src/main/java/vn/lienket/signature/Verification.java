package vn.lienket.signature;

import java.util.List;
import java.util.Set;

/**
 * What was found in a file.
 *
 * @param signatures in the order of signing; empty for a file that nobody has signed
 * @param faults of all of them, the gravest of each
 */
record Verification(List<VerifiedSignature> signatures, Set<Fault> faults, Reports reports) {

    /**
     * As the library wrote them, XML.
     *
     * @param simple for people
     * @param detailed each check
     * @param etsi the validation report of ETSI TS 119 102-2
     */
    record Reports(String simple, String detailed, String etsi) {

        static final Reports NONE = new Reports("", "", "");
    }

    /** In one word, for the record. */
    enum Verdict {
        UNSIGNED,
        VALID,
        INVALID,
        /** Something that does not stand in the file could not be had. */
        UNDECIDED
    }

    static Verification failed(Fault fault) {
        return new Verification(List.of(VerifiedSignature.unread(fault)), Set.of(fault), Reports.NONE);
    }

    static Verification unsigned() {
        return new Verification(List.of(), Set.of(), Reports.NONE);
    }

    Verdict verdict() {
        if (signatures.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        if (faults.isEmpty()) {
            return Verdict.VALID;
        }
        return faults.stream().allMatch(Fault::passing) ? Verdict.UNDECIDED : Verdict.INVALID;
    }
}
