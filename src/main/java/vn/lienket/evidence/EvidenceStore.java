package vn.lienket.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;

/** The sheets that are made or due, and the files by which others are recognised. */
@Repository
class EvidenceStore {

    /** A sheet that is due. {@code inForceAt} is null for an agreement of the time before there were any. */
    record Due(UUID id, String caseCode, String channel, Instant inForceAt) {}

    private static final String KNOWN = """
            select case_code, sha256, size, head, signing from (
                select s.case_code, f.sha256, f.size, f.head, null::uuid as signing, s.made_at as known_at
                from lienket.evidence_file f join lienket.evidence_sheet s on s.id = f.sheet
                union all
                select s.case_code, f.sha256, f.size, f.head, f.signing, s.ended_at
                from lienket.evidence_paper f join lienket.paper_signing s on s.id = f.signing) f
            """;
    /** Of files that begin alike there are the versions of one agreement. */
    private static final int MOST_ALIKE = 200;

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the agreement has one, made or due. */
    boolean insert(Due due) {
        return jdbc.sql("insert into lienket.evidence_sheet (id, case_code, channel, in_force_at) values (?, ?, ?, ?)"
                                + " on conflict (case_code) do nothing")
                        .params(due.id(), due.caseCode(), due.channel(), Moments.of(due.inForceAt()))
                        .update()
                == 1;
    }

    List<SheetDue> due() {
        return jdbc.sql("select id, channel from lienket.evidence_sheet where document_id is null order by id")
                .query(SheetDue.class)
                .list();
    }

    /** The sheet, if it is still to be made; held until the transaction ends, so that of two jobs one makes it. */
    Optional<Due> hold(UUID id) {
        return jdbc.sql("select id, case_code, channel, in_force_at from lienket.evidence_sheet"
                        + " where id = ? and document_id is null for update")
                .param(id)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("case_code"),
                        row.getString("channel"),
                        Moments.in(row, "in_force_at")))
                .optional();
    }

    void made(UUID id, UUID document, Instant at) {
        jdbc.sql("update lienket.evidence_sheet set document_id = ?, made_at = ? where id = ?")
                .params(document, Moments.of(at), id)
                .update();
    }

    void add(UUID sheet, KnownFile file) {
        jdbc.sql(
                        "insert into lienket.evidence_file (sheet, sha256, size, head) values (?, ?, ?, ?) on conflict do nothing")
                .params(sheet, file.sha256(), file.size(), file.head())
                .update();
    }

    /** A file of a paper, which it names. */
    void add(KnownFile file) {
        jdbc.sql(
                        "insert into lienket.evidence_paper (signing, sha256, size, head) values (?, ?, ?, ?) on conflict do nothing")
                .params(file.signing(), file.sha256(), file.size(), file.head())
                .update();
    }

    /** The file with this hash; of several agreements or papers that have it, in the one that was signed last. */
    Optional<KnownFile> find(String sha256) {
        return jdbc.sql(KNOWN + "where f.sha256 = ? order by f.known_at desc nulls last limit 1")
                .param(sha256)
                .query(KnownFile.class)
                .optional();
    }

    /** Those that a file of this size may continue, the longest first. */
    List<KnownFile> shorter(Collection<String> heads, long size) {
        return jdbc.sql(KNOWN + "where f.head = any (?) and f.size < ? order by f.size desc limit " + MOST_ALIKE)
                .params(heads.toArray(String[]::new), size)
                .query(KnownFile.class)
                .list();
    }

    boolean beginsAlike(Collection<String> heads) {
        String[] any = heads.toArray(String[]::new);
        return jdbc.sql("select exists (select from lienket.evidence_file where head = any (?))"
                        + " or exists (select from lienket.evidence_paper where head = any (?))")
                .params(any, any)
                .query(Boolean.class)
                .single();
    }
}
