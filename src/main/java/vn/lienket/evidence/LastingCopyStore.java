package vn.lienket.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;

/** The files in which signatures last ({@code lienket.lasting_copy}). */
@Repository
class LastingCopyStore {

    /** The sheet of an agreement by which its copies are asked for. */
    record OfCase(UUID sheet, String caseCode, String channel) {}

    private final JdbcClient jdbc;
    private final Documents documents;
    private final EvidenceStore files;
    private final KnownFiles knownFiles;

    LastingCopyStore(JdbcClient jdbc, Documents documents, EvidenceStore files, KnownFiles knownFiles) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.files = files;
        this.knownFiles = knownFiles;
    }

    OfCase of(UUID sheet) {
        return jdbc.sql("select id as sheet, case_code, channel from lienket.evidence_sheet where id = ?")
                .param(sheet)
                .query(OfCase.class)
                .single();
    }

    /** Agreements in force that have an electronic signature and no copy. */
    List<CopyDue> due() {
        return jdbc.sql("""
                        select s.id as sheet, s.channel from lienket.evidence_sheet s
                        join lienket.agreement a on a.case_code = s.case_code
                        where a.state = 'IN_FORCE'
                            and exists (select from lienket.agreement_signature g where g.agreement = a.case_code and not g.by_hand)
                            and not exists (select from lienket.lasting_copy c where c.case_code = a.case_code)
                        order by s.id""").query(CopyDue.class).list();
    }

    Optional<LastingCopy> newest(String caseCode) {
        return jdbc.sql("select * from lienket.lasting_copy where case_code = ? order by made_at desc limit 1")
                .param(caseCode)
                .query(LastingCopyStore::read)
                .optional();
    }

    boolean isCopy(String caseCode, String sha256) {
        return jdbc.sql("""
                        select exists (select from lienket.lasting_copy c join lienket.document d on d.id = c.document_id
                        where c.case_code = ? and d.sha256 = ?)""").params(caseCode, sha256).query(Boolean.class).single();
    }

    /** Stores a copy with its case, unless the file that it continues has one: of two at once the second waits and stores nothing. */
    @Transactional
    public void keepOnce(OfCase of, UUID continued, CheckedFile file, Instant until, Instant renewAt, Instant at) {
        jdbc.sql("select id from lienket.evidence_sheet where id = ? for update")
                .param(of.sheet())
                .query(UUID.class)
                .single();
        boolean there = jdbc.sql("select exists (select from lienket.lasting_copy where continues = ?)")
                .param(continued)
                .query(Boolean.class)
                .single();
        if (there) {
            return;
        }
        DocumentInfo kept = documents.keep(file, of.channel(), CurrentUser.SYSTEM);
        documents.attach(of.caseCode(), of.channel(), LastingCopy.KIND, kept.id(), CurrentUser.SYSTEM);
        jdbc.sql("""
                        insert into lienket.lasting_copy (document_id, case_code, continues, made_at, lasts_until, renew_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(kept.id(), of.caseCode(), continued, Moments.of(at), Moments.of(until), Moments.of(renewAt))
                .update();
        files.add(of.sheet(), knownFiles.of(of.caseCode(), null, kept.id()));
    }

    private static LastingCopy read(ResultSet row, int number) throws SQLException {
        return new LastingCopy(
                row.getObject("document_id", UUID.class),
                row.getString("case_code"),
                row.getObject("continues", UUID.class),
                Moments.in(row, "made_at"),
                Moments.in(row, "lasts_until"),
                Moments.in(row, "renew_at"));
    }
}
