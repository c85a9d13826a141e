package vn.lienket.report;

import java.time.LocalDate;
import java.util.List;
import vn.lienket.download.SheetTable;
import vn.lienket.figures.Quarter;
import vn.lienket.party.Organisation;

/**
 * What {@code templates/report/report.html} shows, as its variable {@code report}.
 *
 * @param issuer the organisation in the head, whose leader signs
 * @param parties short names, to whom it goes
 * @param countedTo the last day that is counted
 * @param version of the draft; of no meaning once there is a number
 * @param number e.g. {@code 05/BC-STTTT}; null for a draft
 * @param date null for a draft
 * @param signer the name of the leader who approved it; null for a draft
 */
record ReportDocument(
        String caseCode,
        Organisation issuer,
        String channelName,
        List<String> parties,
        Quarter quarter,
        LocalDate countedTo,
        int version,
        String number,
        LocalDate date,
        String signer,
        List<SheetTable> tables) {

    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII");

    ReportDocument {
        parties = List.copyOf(parties);
        tables = List.copyOf(tables);
    }

    /** Whether there is anything to list. */
    public boolean hasRows() {
        return tables.stream().anyMatch(table -> !table.rows().isEmpty());
    }

    /** Of a section, from 0. */
    public String numeral(int index) {
        return NUMERALS.get(index);
    }
}
