package vn.lienket.figures;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.document.PdfTemplates;
import vn.lienket.download.SheetTable;
import vn.lienket.party.Organisation;

/** The figures of a month as an official paper, to be numbered and signed. */
@Component
public class MonthPaper {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    /**
     * What {@code templates/figures/month.html} shows, as its variable {@code paper}.
     *
     * @param about of which organisation, kind and channel, or null for all
     * @param over whether the month is
     */
    record Content(
            Organisation issuer, String month, String about, LocalDate countedTo, boolean over, SheetTable table) {}

    private final PdfTemplates templates;

    MonthPaper(PdfTemplates templates) {
        this.templates = templates;
    }

    /**
     * A PDF.
     *
     * @param issuer the organisation in the head, whose leader signs
     * @param about of what, in words, or null for all that the reader may see
     */
    public byte[] of(MonthFigures figures, Organisation issuer, String about, SheetTable table) {
        return templates.render(
                "figures/month",
                Map.of(
                        "paper",
                        new Content(
                                issuer,
                                MONTH.format(figures.month()),
                                about,
                                figures.countedTo(),
                                figures.over(),
                                table)));
    }
}
