package vn.lienket.paper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface PaperSignings extends Repository<PaperSigning, UUID> {

    PaperSigning save(PaperSigning signing);

    Optional<PaperSigning> findById(UUID id);

    /** Holds it until the transaction ends, so that steps that are done at once come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PaperSigning> readById(UUID id);

    List<PaperSigning> findByCaseCodeOrderBySubmittedAt(String caseCode);

    @Query("select id from lienket.paper_signing where document = :document and state = 'WAITING'"
            + " union select s.id from lienket.paper_signature f join lienket.paper_signing s on s.id = f.paper_signing"
            + " where f.document = :document and s.state = 'WAITING'")
    List<UUID> findWaitingWith(UUID document);

    /** Has all who submit papers of a case wait for each other until their transactions end. */
    @Query(
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended('lienket papers ' || :caseCode, 0))) held")
    int lock(String caseCode);
}
