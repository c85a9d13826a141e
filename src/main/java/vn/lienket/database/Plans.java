package vn.lienket.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL plans what a transaction asks. */
public final class Plans {

    private Plans() {}

    /** For these very values, each time: what is much for one organisation, or for one word, is nothing for another. */
    public static void ofTheseValues(JdbcClient jdbc) {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    /** The same, by one process: to wait for others takes longer than what they would save. */
    public static void ofTheseValuesAlone(JdbcClient jdbc) {
        jdbc.sql(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('max_parallel_workers_per_gather', '0', true)")
                .query((row, number) -> row.getString(1))
                .single();
    }
}
