package vn.lienket.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/**
 * Takes back, before the job executor starts, the jobs that a killed instance has left locked: no other node can be at work on an
 * embedded database, so nobody need wait for the locks to run out.
 */
@Component
@ConditionalOnEmbeddedMode
class AbandonedJobs implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    AbandonedJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                .update();
    }
}
