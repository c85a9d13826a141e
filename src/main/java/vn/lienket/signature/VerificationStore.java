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

    /** The reports of a verification as they are kept. */
    private record Packed(byte[] simple, byte[] detailed, byte[] etsi) {

        static Packed of(Verification.Reports reports) {
            return new Packed(packed(reports.simple()), packed(reports.detailed()), packed(reports.etsi()));
        }

        int size() {
            return simple.length + detailed.length + etsi.length;
        }
    }

    /** Bytes of all reports of one document, packed: no document that people sign comes near. */
    private static final int LARGEST_REPORTS = 4 << 20;

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

    /** Whatever it rested on. */
    Optional<Kept> last(UUID document) {
        return jdbc.sql("""
                        select verdict, signatures, verified_at from lienket.document_verification
                        where document_id = ? order by verified_at desc limit 1""").param(document).query(this::kept).optional();
    }

    /**
     * Keeps what was found, unless it was decided already; of two nodes that decide at once the first one is right. Whatever has too
     * much to report is refused for that.
     *
     * @return what was to be kept
     */
    @Transactional
    public Verification keep(UUID document, String basis, Verification verified, Instant at) {
        Packed reports = Packed.of(verified.reports());
        if (reports.size() > LARGEST_REPORTS) {
            return keep(document, basis, Verification.failed(Fault.TOO_MANY), at);
        }
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
                        verified.verdict().name(),
                        written(verified.signatures()),
                        reports.simple(),
                        reports.detailed(),
                        reports.etsi())
                .update();
        return verified;
    }

    private static byte[] packed(String report) {
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
