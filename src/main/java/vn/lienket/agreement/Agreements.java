package vn.lienket.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface Agreements extends Repository<Agreement, String> {

    Agreement save(Agreement agreement);

    Optional<Agreement> findByCaseCode(String caseCode);

    /** Holds the agreement until the transaction ends, so that steps of several parties come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Agreement> readByCaseCode(String caseCode);

    /** Keeps others from changing the agreement until the transaction ends; several may hold it so. */
    @Lock(LockMode.PESSIMISTIC_READ)
    Optional<Agreement> getByCaseCode(String caseCode);

    List<Agreement> findByStateAndChannelInOrderByCaseCode(AgreementState state, Collection<String> channels);

    @Query("select coalesce(max(sequence), 0) from lienket.agreement_registration"
            + " where party in (:parties) and year = :year and type = :type")
    int lastSequence(Collection<String> parties, int year, String type);

    @Query("select agreement from lienket.agreement_registration"
            + " where party in (:parties) and year = :year and type = :type and sequence = :sequence limit 1")
    Optional<String> findByNumber(Collection<String> parties, int year, String type, int sequence);

    /** Has all who give numbers of a party's register wait for each other until their transactions end. */
    @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended('lienket number ' || :party, 0))) held")
    int lockNumbers(String party);

    @Modifying
    @Query("insert into lienket.agreement_proposal (agreement, party, number) values (:caseCode, :party, :number)"
            + " on conflict do nothing")
    void keepProposal(String caseCode, String party, String number);

    @Query("select exists (select from lienket.agreement_proposal"
            + " where agreement = :caseCode and party = :party and number = :number)")
    boolean isProposal(String caseCode, String party, String number);

    /** Of the agreements in force in a channel, one that covers this field. */
    @Query("select a.case_code from lienket.agreement a join lienket.agreement_field f on f.agreement = a.case_code"
            + " where a.channel = :channel and f.code = :field and a.state = 'IN_FORCE'"
            + " order by a.case_code limit 1")
    Optional<String> findInForce(String channel, String field);

    @Query("select case_code from lienket.agreement where predecessor = :caseCode order by case_code limit 1")
    Optional<String> findSuccessor(String caseCode);

    @Query(
            "select distinct a.case_code from lienket.case_document d join lienket.agreement a on a.case_code = d.case_code"
                    + " where d.document_id = :document")
    List<String> findByDocument(UUID document);
}
