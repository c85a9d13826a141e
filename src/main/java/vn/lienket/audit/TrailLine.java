package vn.lienket.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry as the API and the page show it.
 *
 * @param words the act in Vietnamese
 * @param sequence its place in the chain; null for the second until it is sealed
 */
record TrailLine(
        Long sequence,
        Instant happenedAt,
        String act,
        String words,
        String outcome,
        String actor,
        String onBehalfOf,
        String caseCode,
        String taskId,
        String documentId,
        String channel,
        String organisation,
        String address,
        String door,
        String detail,
        String hash) {

    static final String COLUMNS = TrailEntry.COLUMNS + ", s.sequence, s.hash";

    private static final Map<String, String> WORDS =
            Arrays.stream(AuditAct.values()).collect(Collectors.toMap(AuditAct::code, AuditAct::words));

    static TrailLine read(ResultSet row, int number) throws SQLException {
        TrailEntry entry = TrailEntry.read(row, number);
        return new TrailLine(
                row.getObject("sequence", Long.class),
                entry.happenedAt(),
                entry.act(),
                WORDS.getOrDefault(entry.act(), entry.act()),
                entry.outcome(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.caseCode(),
                entry.taskId(),
                entry.documentId(),
                entry.channel(),
                entry.organisation(),
                entry.address(),
                entry.door(),
                entry.detail(),
                row.getString("hash"));
    }
}
