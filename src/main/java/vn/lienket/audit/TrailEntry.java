package vn.lienket.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** A row of {@code audit.entry}. */
record TrailEntry(
        long id,
        Instant happenedAt,
        String act,
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
        String detail) {

    static final String COLUMNS = """
            e.id, e.happened_at, e.act, e.outcome, e.actor, e.on_behalf_of, e.case_code, e.task_id, e.document_id, e.channel,
            e.organisation, e.address, e.door, e.detail""";

    static TrailEntry read(ResultSet row, int number) throws SQLException {
        return new TrailEntry(
                row.getLong("id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getString("outcome"),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("case_code"),
                row.getString("task_id"),
                row.getString("document_id"),
                row.getString("channel"),
                row.getString("organisation"),
                row.getString("address"),
                row.getString("door"),
                row.getString("detail"));
    }

    /** A time as the database keeps it. */
    static OffsetDateTime stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** SHA-256, in hexadecimal, over the place in the chain, the hash before and every value with its length. */
    String sealedWith(long sequence, String previousHash) {
        StringBuilder content = new StringBuilder();
        put(content, String.valueOf(sequence));
        put(content, previousHash);
        put(content, String.valueOf(id));
        put(content, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt)));
        put(content, act);
        put(content, outcome);
        put(content, actor);
        put(content, onBehalfOf);
        put(content, caseCode);
        put(content, taskId);
        put(content, documentId);
        put(content, channel);
        put(content, organisation);
        put(content, address);
        put(content, door);
        put(content, detail);
        return sha256(content.toString());
    }

    private static void put(StringBuilder content, String value) {
        content.append(value == null ? "-" : value.length() + ":" + value).append('\n');
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
