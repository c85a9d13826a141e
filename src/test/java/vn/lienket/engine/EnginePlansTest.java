package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.support.IntegrationTest;

/** What is asked at every step or by every search has an index, however small the tables of the tests are. */
@IntegrationTest
class EnginePlansTest {

    private static final String READ_TASKS =
            "resource_type_ = 7 and perms_ & 2 = 2 or resource_type_ = 6 and perms_ & 64 = 64";
    private static final String READ_INSTANCES =
            "resource_type_ = 8 and perms_ & 2 = 2 or resource_type_ = 6 and perms_ & 512 = 512";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Grants grants;

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
    void theActivitiesOfAnInstanceAndOfADefinition() {
        assertThat(plan("select * from act_hi_actinst where proc_inst_id_ = ?", "x"))
                .contains("act_idx_hi_act_inst_procinst");
        assertThat(plan("select * from act_hi_actinst where proc_def_id_ = ?", "x"))
                .contains("act_idx_hi_ai_pdefid_end_time");
    }

    /** The engine's own index by each of these is not kept, for it has another that begins with the same columns. */
    @ParameterizedTest
    @CsvSource({
        "act_hi_varinst, proc_inst_id_, act_idx_hi_var_pi_name_type",
        "act_hi_varinst, name_, act_idx_hi_procvar_name_type",
        "act_hi_detail, bytearray_id_, act_idx_hi_detail_task_bytear",
        "act_hi_dec_in, dec_inst_id_, act_idx_hi_dec_in_clause",
        "act_hi_taskinst, id_, act_hi_taskinst_pkey",
        "act_ru_variable, task_id_, act_idx_variable_task_name_type",
        "act_ru_job, handler_type_, act_idx_job_handler"
    })
    void whatTheEngineHasTwice(String table, String column, String index) {
        assertThat(plan("select * from %s where %s = ?".formatted(table, column), "x"))
                .contains(index + " ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void nothingIsKeptThatBeginsLikeAnotherIndexOfAProcess() {
        assertThat(jdbc.sql("""
                        select a.indexrelid::regclass::text from pg_index a join pg_index b using (indrelid)
                        where a.indexrelid <> b.indexrelid and not a.indisunique and a.indpred is null and b.indpred is null
                        and a.indrelid::regclass::text ~ '^act_(ru|hi)_'
                        and b.indkey::text || ' ' like a.indkey::text || ' %'""").query(String.class).list())
                // of the small table of open tasks; the other one is ours
                .isSubsetOf("act_idx_task_tenant_id");
    }

    @Test
    void theTextOfTheRegisterOfCases() {
        assertThat(plan("select code from lienket.dossier_text where search_text like ?", "% thuan an%"))
                .contains("dossier_by_text");
    }

    /** The rows that a person's query is joined with: with two, each task or instance would be found twice. */
    @Test
    void oneGrantOfEveryKindForEverybodyWhateverHisRoles() {
        assertThat(grants(READ_TASKS)).containsExactly(Grants.STAFF);
        assertThat(grants(READ_INSTANCES)).containsExactly(Grants.STAFF);
        assertThat(Grants.holding(Set.of("binhduong-manager", "binhduong-leader", "h09-leader")))
                .containsOnlyOnce(Grants.STAFF);
        assertThat(Grants.holding(Set.of("camunda-admin", "binhduong-leader"))).doesNotContain(Grants.STAFF);
        assertThat(Grants.holding(Set.of())).isEmpty();
    }

    @Test
    void whatAnEarlierVersionGrantedToEachGroupIsTakenBack() {
        jdbc.sql("""
                        insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                        values ('earlier-tasks', 1, 1, 'tayninh-officer', 7, '*', 16386),
                        ('earlier-definitions', 1, 1, 'tayninh-officer', 6, '*', 4610),
                        ('of-an-administrator', 1, 1, 'tayninh-officer', 9, '*', 2)""").update();
        try {
            transaction.executeWithoutResult(status -> grants.sync(List.of()));

            assertThat(grants(READ_TASKS)).containsExactly(Grants.STAFF);
            assertThat(grants(READ_INSTANCES)).containsExactly(Grants.STAFF);
            assertThat(grants("resource_type_ = 9 and group_id_ = 'tayninh-officer'"))
                    .isNotEmpty();
        } finally {
            jdbc.sql("delete from act_ru_authorization where id_ = 'of-an-administrator'")
                    .update();
        }
    }

    /** The groups of all rows for everything of a kind, but for administrators. */
    private List<String> grants(String condition) {
        return jdbc.sql("""
                        select group_id_ from act_ru_authorization
                        where group_id_ <> 'camunda-admin' and resource_id_ = '*' and (%s)""".formatted(condition)).query(String.class).list();
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
