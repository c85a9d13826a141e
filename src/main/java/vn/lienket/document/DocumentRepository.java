package vn.lienket.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;

/**
 * Documents in chunks of one MiB, so that no file is ever whole in memory, here or in the driver; going in, not even a chunk is.
 */
@Repository
class DocumentRepository {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;

    DocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void insert(DocumentInfo document, Path content) throws IOException {
        jdbc.sql("""
                        insert into lienket.document
                        (id, channel, file_name, media_type, size, sha256, version, replaces, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.id(),
                        document.channel(),
                        document.fileName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        document.version(),
                        document.replaces(),
                        document.uploadedBy(),
                        Moments.of(document.uploadedAt()))
                .update();
        try (InputStream stream = Files.newInputStream(content)) {
            long left = document.size();
            for (int position = 0; left > 0; position++) {
                int length = (int) Math.min(CHUNK, left);
                jdbc.sql("insert into lienket.document_chunk (document_id, position, bytes) values (?, ?, ?)")
                        .params(document.id(), position, new SqlBinaryValue(stream, length))
                        .update();
                left -= length;
            }
        }
    }

    /** The bytes of what a person has uploaded since then and no case holds. */
    long unusedBytes(String person, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(size), 0) from lienket.document
                        where uploaded_by = ? and uploaded_at > ?
                        and not exists (select from lienket.case_document where document_id = document.id)""").params(person, Moments.of(since)).query(Long.class).single();
    }

    Optional<DocumentInfo> find(UUID id) {
        return jdbc.sql("select * from lienket.document where id = ?")
                .param(id)
                .query(DocumentRepository::document)
                .optional();
    }

    /** The chunk at this position from 0, or empty after the last one. */
    Optional<byte[]> chunk(UUID id, int position) {
        return jdbc.sql("select bytes from lienket.document_chunk where document_id = ? and position = ?")
                .params(id, position)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Whether each chunk of {@code older} begins the chunk of {@code newer} at the same position. */
    boolean beginsWith(UUID newer, UUID older) {
        return jdbc.sql("""
                        select not exists (
                            select from lienket.document_chunk o
                            left join lienket.document_chunk n on n.document_id = ? and n.position = o.position
                            where o.document_id = ?
                            and substring(n.bytes for length(o.bytes)) is distinct from o.bytes)""").params(newer, older).query(Boolean.class).single();
    }

    /** Until this transaction ends, others who add a document of this kind to the case wait here. */
    void lock(String caseCode, String kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(caseCode + "/" + kind)
                .query((row, number) -> true)
                .single();
    }

    /** Adds the document as the next version of its kind; only under {@link #lock}. */
    CaseDocument attach(String caseCode, String kind, DocumentInfo document, String by, Instant at) {
        int version = jdbc.sql("""
                        insert into lienket.case_document (case_code, kind, version, document_id, added_at, added_by)
                        select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ? from lienket.case_document
                        where case_code = ? and kind = ? returning version""")
                .params(caseCode, kind, document.id(), Moments.of(at), by, caseCode, kind)
                .query(Integer.class)
                .single();
        return new CaseDocument(
                document.id(),
                kind,
                version,
                document.sha256(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                at,
                by);
    }

    boolean isOfOtherCase(String caseCode, UUID id) {
        return jdbc.sql("select exists (select from lienket.case_document where document_id = ? and case_code <> ?)")
                .params(id, caseCode)
                .query(Boolean.class)
                .single();
    }

    boolean isSignedCopyOfOtherCase(String caseCode, UUID id) {
        return jdbc.sql("""
                        select exists (
                            select from lienket.document one
                            join lienket.document other on other.sha256 = one.sha256 and other.id <> one.id
                            join lienket.case_document c on c.document_id = other.id and c.case_code <> :code
                            join lienket.document_verification v on v.document_id = other.id
                            where one.id = :id and v.verdict in ('VALID', 'INVALID'))""")
                .param("id", id)
                .param("code", caseCode)
                .query(Boolean.class)
                .single();
    }

    List<CaseDocument> of(String caseCode) {
        return jdbc.sql("""
                        select d.id, c.kind, c.version, d.sha256, d.file_name, d.media_type, d.size, c.added_at, c.added_by
                        from lienket.case_document c join lienket.document d on d.id = c.document_id
                        where c.case_code = ? order by c.added_at, c.kind, c.version""")
                .param(caseCode)
                .query(DocumentRepository::caseDocument)
                .list();
    }

    private static DocumentInfo document(ResultSet row, int number) throws SQLException {
        return new DocumentInfo(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getInt("version"),
                row.getObject("replaces", UUID.class),
                row.getString("uploaded_by"),
                Moments.in(row, "uploaded_at"));
    }

    private static CaseDocument caseDocument(ResultSet row, int number) throws SQLException {
        return new CaseDocument(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                Moments.in(row, "added_at"),
                row.getString("added_by"));
    }
}
