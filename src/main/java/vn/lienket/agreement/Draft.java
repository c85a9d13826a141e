package vn.lienket.agreement;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One version of the draft; each has one review round.
 *
 * @param version from 1
 * @param sha256 of the file, hex
 * @param editable the DOCX with the same words, of a draft that was made from the template, which is not what is reviewed; else null
 * @param note what the drafter says about it, or null
 */
@Table(schema = "lienket", value = "agreement_draft")
public record Draft(
        int version, UUID document, String sha256, UUID editable, String note, String author, Instant submittedAt) {}
