package vn.lienket.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;
import vn.lienket.problem.ProblemException;

interface TransferCases extends Repository<TransferCase, String> {

    TransferCase save(TransferCase transferCase);

    Optional<TransferCase> findByCaseCode(String caseCode);

    /** Holds the case until the transaction ends, so that steps that are done at once come one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<TransferCase> readByCaseCode(String caseCode);

    /** The same; 404 if there is no such case. */
    default TransferCase require(String caseCode) {
        return readByCaseCode(caseCode)
                .orElseThrow(() -> ProblemException.notFound("Không có yêu cầu chuyển giao %s.".formatted(caseCode)));
    }

    @Query("select coalesce(max(contract_sequence), 0) from lienket.transfer_case"
            + " where providing_organisation in (:providers) and extract(year from contracted_on) = :year")
    int lastContract(Collection<String> providers, int year);

    /** Until the transaction ends nobody else gives out a contract number of this provider. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('transfer-contract/' || :provider, 0))")
    boolean lockContracts(String provider);

    @Query("select providing_organisation as provider, category, count(*) as transfers, avg(score) as average_score"
            + " from lienket.transfer_case where score is not null and channel in (:channels)"
            + " group by providing_organisation, category order by 1, 2")
    List<ProviderScore> scores(List<String> channels);
}
