package vn.lienket.consulting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.assignment.Workload;

/** The open cases of the consultants. */
@Repository
class ConsultingWorkload implements Workload {

    private final JdbcClient jdbc;

    ConsultingWorkload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> openWork(Collection<String> people) {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("""
                        select consultant, count(*) as cases from lienket.consulting_case
                        where consultant = any (?) and closed_on is null group by consultant""").param(people.toArray(String[]::new)).query(row -> {
            open.put(row.getString("consultant"), row.getInt("cases"));
        });
        return open;
    }
}
