package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.support.IntegrationTest;

/** What is asked at every step or by every search has an index, however small the tables of the tests are. */
@IntegrationTest
class EnginePlansTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theTasksBelowOneThatIsCompleted() {
        assertThat(plan("select * from act_ru_task where parent_task_id_ = ?", "x"))
                .contains("lienket_task_parent");
    }

    @Test
    void theMostUrgentTasksOfAChannel() {
        assertThat(plan("select * from act_ru_task where tenant_id_ = ? order by due_date_, id_ limit 20", "x"))
                .contains("lienket_task_urgency");
    }

    @Test
    void theNewestCasesOfAChannel() {
        assertThat(plan("""
                        select * from lienket.dossier where channel = ? and not closed
                        order by opened_at desc, code desc limit 20""", "x")).contains("dossier_by_opening").doesNotContain("Sort");
    }

    @Test
    void theRemarksOnACase() {
        assertThat(plan("""
                        select c.* from act_hi_procinst p join act_hi_comment c on c.proc_inst_id_ = p.id_
                        where p.business_key_ = ?""", "x")).contains("act_idx_hi_comment_procinst").doesNotContain("Seq Scan on act_hi_comment");
    }

    @Test
    void theTextOfTheRegisterOfCases() {
        assertThat(plan("select code from lienket.dossier_text where search_text like ?", "% thuan an%"))
                .contains("dossier_by_text");
    }

    /** The rows that a query of one group's member is joined with: with two, each task or instance would be found twice. */
    @Test
    void oneGrantOfEveryKindForEachGroup() {
        assertThat(grants("resource_type_ = 7 and perms_ & 2 = 2 or resource_type_ = 6 and perms_ & 64 = 64"))
                .isEmpty();
        assertThat(grants("resource_type_ = 8 and perms_ & 2 = 2 or resource_type_ = 6 and perms_ & 512 = 512"))
                .isEmpty();
    }

    /** Groups with more than one. */
    private List<String> grants(String condition) {
        return jdbc.sql("""
                        select group_id_ from act_ru_authorization
                        where group_id_ <> 'camunda-admin' and resource_id_ = '*' and (%s)
                        group by group_id_ having count(*) > 1""".formatted(condition)).query(String.class).list();
    }

    private String plan(String sql, String value) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql).param(value).query(String.class).list());
        });
    }
}
