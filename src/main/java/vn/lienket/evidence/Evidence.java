package vn.lienket.evidence;

import java.time.Instant;
import java.util.List;
import vn.lienket.agreement.Agreement;
import vn.lienket.document.DocumentInfo;

/**
 * What a sheet tells.
 *
 * @param last the signed file that stands for the agreement
 * @param inForceAt null if it was not noted
 */
record Evidence(Agreement agreement, List<SignedFile> signed, DocumentInfo last, Instant inForceAt, Instant at) {

    /** The word for the sheet among the documents of an agreement. */
    static final String KIND = "evidence";
}
