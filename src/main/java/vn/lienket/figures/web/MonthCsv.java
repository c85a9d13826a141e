package vn.lienket.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import vn.lienket.download.CsvDownload;
import vn.lienket.figures.web.MonthList.Item;

/** The figures of a month as a CSV file, one row an item; the columns are called as in JSON. */
final class MonthCsv {

    private static final String[] HEADER = {
        "month",
        "organisation",
        "organisationName",
        "channel",
        "channelName",
        "kind",
        "kindName",
        "field",
        "fieldName",
        "received",
        "carriedOver",
        "early",
        "onTime",
        "late",
        "inProgress",
        "overdue",
        "paused",
        "withdrawn",
        "declined",
        "rate"
    };

    private MonthCsv() {}

    static void write(MonthList figures, HttpServletResponse response, String fileName) throws IOException {
        try (CsvDownload csv = new CsvDownload(response, fileName, HEADER)) {
            figures.items().forEach(item -> csv.row(row(figures.month(), item)));
        }
    }

    private static String[] row(String month, Item item) {
        return Stream.of(
                        month,
                        item.organisation(),
                        item.organisationName(),
                        item.channel(),
                        item.channelName(),
                        item.kind(),
                        item.kindName(),
                        item.field(),
                        item.fieldName(),
                        item.received(),
                        item.carriedOver(),
                        item.early(),
                        item.onTime(),
                        item.late(),
                        item.inProgress(),
                        item.overdue(),
                        item.paused(),
                        item.withdrawn(),
                        item.declined(),
                        item.rate())
                .map(value -> Objects.toString(value, ""))
                .toArray(String[]::new);
    }
}
