package vn.lienket.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.assignment.Workload;

/** The assessments that experts still owe, and the open transfers they lead. */
@Repository
class TransferWorkload implements Workload {

    private final JdbcClient jdbc;

    TransferWorkload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> openWork(Collection<String> people) {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("""
                        select person, count(*) as work from (
                            select a.expert as person from lienket.transfer_assessment a
                            join lienket.transfer_case c on c.case_code = a.transfer_case
                            where a.given_at is null and c.closed_on is null and a.expert = any (:people)
                            union all
                            select lead_expert from lienket.transfer_case
                            where closed_on is null and lead_expert = any (:people)) w
                        group by person""").param("people", people.toArray(String[]::new)).query(row -> {
            open.put(row.getString("person"), row.getInt("work"));
        });
        return open;
    }
}
