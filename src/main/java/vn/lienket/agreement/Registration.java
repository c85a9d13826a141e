package vn.lienket.agreement;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One party's entry in its register of outgoing documents.
 *
 * @param year of the date; sequences start again each year
 * @param sequence unique per party, year and type
 * @param type abbreviation of the document type, e.g. {@code BTT}
 * @param number as printed, e.g. {@code 05/BTT-STTTT}
 * @param registeredAt null for an entry of the time before it was noted
 */
@Table(schema = "lienket", value = "agreement_registration")
public record Registration(
        String party,
        int year,
        int sequence,
        String type,
        String number,
        LocalDate date,
        String clerk,
        Instant registeredAt) {}
