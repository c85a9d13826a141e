package vn.lienket.consulting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A paper that went out to the enterprise.
 *
 * @param number and sign, e.g. {@code 05/QĐ-STTTT}
 * @param datedOn the day that is written on it
 * @param signer user id of the leader whose name it bears, or null if the organisation had none
 * @param clerk user id of who entered it in the register
 * @param document id of the PDF
 */
@Table(schema = "lienket", value = "consulting_paper")
public record OutcomePaper(
        Kind kind, String number, LocalDate datedOn, String signer, String clerk, Instant registeredAt, UUID document) {

    /** What a paper is about; a case has one of each at the most. */
    public enum Kind {
        /** Support that was granted or refused. */
        DECISION("decision", "Ket-qua-xet-ho-tro"),
        /** What came of the case. */
        REPORT("report", "Bao-cao");

        private final String documentKind;
        private final String fileName;

        Kind(String documentKind, String fileName) {
            this.documentKind = documentKind;
            this.fileName = fileName;
        }

        /** Tells its document from the others of the case; also the word of the model for it. */
        public String documentKind() {
            return documentKind;
        }

        String fileName() {
            return fileName;
        }
    }
}
