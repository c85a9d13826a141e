package vn.lienket.report;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A version of the report.
 *
 * @param figures as JSON
 * @param draft id of the PDF without number and date
 * @param sheets id of the XLSX
 */
@Table(schema = "lienket", value = "report_assembly")
public record Assembly(int version, String figures, UUID draft, UUID sheets, Instant assembledAt) {}
