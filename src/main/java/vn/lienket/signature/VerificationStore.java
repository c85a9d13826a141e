package vn.lienket.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.signature.Verification.Verdict;

/** What was found of the signatures in documents ({@code lienket.document_verification}). */
@Repository
class VerificationStore {

    /** A verification as it is kept. */
    record Kept(Verdict verdict, List<VerifiedSignature> signatures, Instant verifiedAt) {}

    private static final TypeReference<List<VerifiedSignature>> SIGNATURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VerificationStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param basis as {@link SignatureVerifier#basis} */
    Optional<Kept> find(UUID document, String basis) {
        return jdbc.sql("""
                        select verdict, signatures, verified_at from lienket.document_verification
                        where document_id = ? and basis = ?""").params(document, basis).query(this::kept).optional();
    }

    /** Keeps what was found, unless it was decided already; of two nodes that decide at once the first one is right. */
    @Transactional
    public void keep(UUID document, String basis, Verification found, Instant at) {
        jdbc.sql("""
                        insert into lienket.document_verification as kept
                            (document_id, basis, verified_at, verdict, signatures, simple_report, detailed_report, etsi_report)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (document_id, basis) do update set verified_at = excluded.verified_at,
                            verdict = excluded.verdict, signatures = excluded.signatures,
                            simple_report = excluded.simple_report, detailed_report = excluded.detailed_report,
                            etsi_report = excluded.etsi_report
                        where kept.verdict = 'UNDECIDED'""")
                .params(
                        document,
                        basis,
                        Moments.of(at),
                        found.verdict().name(),
                        written(found.signatures()),
                        packed(found.reports().simple()),
                        packed(found.reports().detailed()),
                        packed(found.reports().etsi()))
                .update();
    }

    static byte[] packed(String report) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(report.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        try {
            return new Kept(
                    Verdict.valueOf(row.getString("verdict")),
                    json.readValue(row.getString("signatures"), SIGNATURES),
                    Moments.in(row, "verified_at"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(List<VerifiedSignature> signatures) {
        try {
            return json.writeValueAsString(signatures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
