package vn.lienket.engine;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The indexes over the engine's tables in which ours differ from those that its own schema creates. */
@Component
class EngineIndexes {

    /** Of an earlier version. */
    private static final List<String> FORMER = List.of("lienket_job_due");

    /** Their columns are the first of another index of the same table, or begin with its primary key. */
    private static final List<String> TWICE = List.of(
            "act_idx_hi_procvar_proc_inst",
            "act_idx_hi_varinst_name",
            "act_idx_hi_detail_bytear",
            "act_idx_hi_dec_in_inst",
            "act_idx_hi_taskinstid_procinst",
            "act_idx_variable_task_id",
            "act_idx_job_handler_type");

    /**
     * The history of activities is asked for by instance and by definition: not by execution, by a wide key beside those two, or by
     * time alone.
     */
    private static final List<String> UNASKED = List.of(
            "act_idx_hi_act_inst_comp",
            "act_idx_hi_act_inst_stats",
            "act_idx_hi_act_inst_start_end",
            "act_idx_hi_act_inst_end");

    /** For cases in the sense of CMMN, of which there are no models: each row of a process is in them, with nothing. */
    private static final List<String> OF_CMMN = List.of(
            "act_idx_hi_detail_case_inst",
            "act_idx_hi_detail_case_exec",
            "act_idx_hi_casevar_case_inst",
            "act_idx_hi_dec_inst_ci",
            "act_idx_var_case_exe",
            "act_idx_var_case_inst_id",
            "act_idx_task_case_exec",
            "act_idx_task_case_def_id");

    private final JdbcTemplate jdbc;

    EngineIndexes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Idempotent. What nobody asks by is written with every step all the same. */
    void arrange() {
        List.of(FORMER, TWICE, UNASKED, OF_CMMN)
                .forEach(unused -> jdbc.execute("drop index if exists " + String.join(", ", unused)));
        ours();
    }

    /**
     * What the engine's schema lacks: for our two regular scans, jobs of a lane that are due and tasks by due date; for the register of
     * cases, the most urgent tasks of a channel; for what is stuck, the newest; for each completion, the tasks below the one that is
     * completed, of which there are none.
     */
    private void ours() {
        jdbc.execute(
                "create index if not exists lienket_job_next on act_ru_job (duedate_, priority_) where retries_ > 0");
        jdbc.execute("create index if not exists lienket_task_due on act_ru_task (due_date_)");
        jdbc.execute("create index if not exists lienket_task_urgency on act_ru_task (tenant_id_, due_date_, id_)");
        jdbc.execute(
                "create index if not exists lienket_incident_newest on act_ru_incident (incident_timestamp_, id_)");
        jdbc.execute("create index if not exists lienket_task_parent on act_ru_task (parent_task_id_)"
                + " where parent_task_id_ is not null");
    }
}
