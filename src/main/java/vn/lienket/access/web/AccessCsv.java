package vn.lienket.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import vn.lienket.access.PersonAccess;
import vn.lienket.access.PersonAccess.Power;
import vn.lienket.download.CsvDownload;

/** The overview as a table: a row for each power in each channel; who may do nothing has one row that says so. */
final class AccessCsv {

    private static final String[] HEADER = {
        "person",
        "name",
        "organisation",
        "inDirectory",
        "active",
        "roles",
        "channel",
        "kind",
        "process",
        "task",
        "subject",
        "group",
        "why"
    };

    private AccessCsv() {}

    static void write(List<PersonAccess> people, HttpServletResponse response) throws IOException {
        try (CsvDownload csv = new CsvDownload(response, "ai-duoc-lam-gi.csv", HEADER)) {
            for (PersonAccess person : people) {
                if (person.powers().isEmpty()) {
                    row(csv, person, null, new Power(null, null, null, null, null, List.of(), "không có quyền nào"));
                }
                for (Power power : person.powers()) {
                    if (power.channels().isEmpty()) {
                        row(csv, person, null, power);
                    }
                    power.channels().forEach(channel -> row(csv, person, channel, power));
                }
            }
        }
    }

    private static void row(CsvDownload csv, PersonAccess person, String channel, Power power) {
        csv.row(
                person.id(),
                person.name(),
                Objects.toString(person.organisation(), ""),
                String.valueOf(person.inDirectory()),
                String.valueOf(person.active()),
                String.join(" ", person.roles()),
                Objects.toString(channel, ""),
                power.kind() == null ? "" : power.kind().label(),
                Objects.toString(power.process(), ""),
                Objects.toString(power.task(), ""),
                Objects.toString(power.subject(), ""),
                Objects.toString(power.group(), ""),
                power.why());
    }
}
