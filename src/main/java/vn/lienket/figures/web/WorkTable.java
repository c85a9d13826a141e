package vn.lienket.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienket.calendar.Deadlines;
import vn.lienket.download.CsvDownload;
import vn.lienket.download.XlsxDownload;
import vn.lienket.figures.web.WorkPage.Item;

/** Open tasks as a table. */
final class WorkTable {

    private static final String NAME = "viec-dang-mo";

    private static final String[] CSV_HEADER = {
        "taskId",
        "caseCode",
        "title",
        "kind",
        "process",
        "processName",
        "step",
        "stepName",
        "organisation",
        "organisationName",
        "assignee",
        "assigneeName",
        "groups",
        "since",
        "due",
        "state",
        "daysLate",
        "reasons",
        "sentences"
    };

    private static final List<XlsxDownload.Column> COLUMNS = List.of(
            new XlsxDownload.Column("Mã hồ sơ", 18),
            new XlsxDownload.Column("Tên hồ sơ", 45),
            new XlsxDownload.Column("Quy trình", 28),
            new XlsxDownload.Column("Bước", 28),
            new XlsxDownload.Column("Đơn vị", 28),
            new XlsxDownload.Column("Người xử lý", 22),
            new XlsxDownload.Column("Nhóm", 30),
            new XlsxDownload.Column("Từ lúc", 17),
            new XlsxDownload.Column("Hạn", 17),
            new XlsxDownload.Column("Tình trạng", 20),
            new XlsxDownload.Column("Số ngày làm việc quá hạn", 14),
            new XlsxDownload.Column("Lý do", 60));

    private WorkTable() {}

    static void writeCsv(List<Item> items, HttpServletResponse response) throws IOException {
        try (CsvDownload csv = new CsvDownload(response, NAME + ".csv", CSV_HEADER)) {
            items.forEach(item -> csv.row(Stream.of(
                            item.taskId(),
                            item.caseCode(),
                            item.title(),
                            item.kind(),
                            item.process(),
                            item.processName(),
                            item.step(),
                            item.stepName(),
                            item.organisation(),
                            item.organisationName(),
                            item.assignee(),
                            item.assigneeName(),
                            groups(item),
                            item.since(),
                            item.due(),
                            item.state(),
                            item.daysLate(),
                            item.reasons().stream().map(WorkPage.Reason::code).collect(Collectors.joining(" ")),
                            sentences(item))
                    .map(value -> Objects.toString(value, ""))
                    .toArray(String[]::new)));
        }
    }

    static void writeXlsx(List<Item> items, HttpServletResponse response) throws IOException {
        try (XlsxDownload xlsx = new XlsxDownload(response, NAME + ".xlsx", "Việc đang mở", COLUMNS)) {
            for (Item item : items) {
                xlsx.row(
                        item.caseCode(),
                        item.title(),
                        item.processName(),
                        item.stepName(),
                        item.organisationName(),
                        item.assigneeName(),
                        groups(item),
                        local(item.since()),
                        local(item.due()),
                        item.stateName(),
                        item.daysLate(),
                        sentences(item));
            }
        }
    }

    private static String groups(Item item) {
        return String.join("; ", item.groups());
    }

    private static String sentences(Item item) {
        return item.reasons().stream().map(WorkPage.Reason::sentence).collect(Collectors.joining(" "));
    }

    private static LocalDateTime local(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, Deadlines.ZONE);
    }
}
