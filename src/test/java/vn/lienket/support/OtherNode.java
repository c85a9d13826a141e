package vn.lienket.support;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** A second engine on the database of the application, as another node would have, with the same delegates; without a job executor. */
@TestComponent
public class OtherNode {

    private final ApplicationContext context;

    OtherNode(ApplicationContext context) {
        this.context = context;
    }

    /** To be closed by the test. */
    public ProcessEngine start() {
        SpringProcessEngineConfiguration node = new SpringProcessEngineConfiguration();
        node.setProcessEngineName("otherNode");
        node.setDataSource(context.getBean(DataSource.class));
        node.setTransactionManager(context.getBean(PlatformTransactionManager.class));
        node.setApplicationContext(context);
        node.setExpressionManager(new SpringExpressionManager(context, null));
        node.setTenantIdProvider(context.getBean(TenantIdProvider.class));
        node.setDatabaseSchemaUpdate("false");
        node.setJobExecutorActivate(false);
        node.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        node.setMetricsEnabled(false);
        return node.buildProcessEngine();
    }
}
