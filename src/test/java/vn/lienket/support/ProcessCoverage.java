package vn.lienket.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Measures how much of a process the tests of a class pass, nodes and flows, and fails the class below 90 %. The drawing with what
 * was passed is under {@code target/process-test-coverage}. The library's own extension builds an engine of its own; this one
 * listens to Spring's.
 */
public final class ProcessCoverage implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final double ENOUGH = 0.9;
    private static final String REPORTS = "target/process-test-coverage";

    private final String process;
    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    private ProcessCoverage(String process) {
        this.process = process;
    }

    /** Of the process with this key. */
    public static ProcessCoverage of(String process) {
        return new ProcessCoverage(process);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        String suite = test.getRequiredTestClass().getName();
        collector.createSuite(new Suite(suite, test.getDisplayName()));
        collector.activateSuite(suite);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        collector.createRun(
                new Run(test.getUniqueId(), test.getDisplayName()),
                collector.getActiveSuite().getId());
        collector.activateRun(test.getUniqueId());
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(ElementCoverageParseListener.class).setCoverageState(event -> {
            if (process.equals(event.getModelKey())) {
                collector.addEvent(event);
            }
        });
        BpmnAwareTests.init(context.getBean(ProcessEngine.class));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        BpmnAwareTests.reset();
        CoverageReportUtil.createReport(collector, REPORTS);
        assertThat(collector.getActiveSuite().calculateCoverage(collector.getModels()))
                .as("coverage of " + process)
                .isGreaterThanOrEqualTo(ENOUGH);
    }

    /** Puts the library's listener into the engine; what happens outside a measured test is not recorded. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Recorder {

        @Bean
        ElementCoverageParseListener coverageListener() {
            ElementCoverageParseListener listener = new ElementCoverageParseListener();
            listener.setCoverageState(event -> {});
            return listener;
        }

        @Bean
        ProcessEnginePlugin coveragePlugin(ElementCoverageParseListener listener) {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl configuration) {
                    configuration.getCustomPostBPMNParseListeners().add(listener);
                }
            };
        }
    }
}
