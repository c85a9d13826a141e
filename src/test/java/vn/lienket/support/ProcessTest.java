package vn.lienket.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application in the embedded mode without the job executor: a job runs when the test says so. One context for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        properties = {
            "LIENKET_DATA_DIR=target/test-data/${random.uuid}",
            "lienket.demo-agreements=false",
            "camunda.bpm.job-execution.enabled=false",
            // the REST API takes the engine named "default" of the whole JVM: that of IntegrationTest
            "camunda.bpm.process-engine-name=processTest"
        })
@Import({
    ProcessCoverage.Recorder.class,
    TestClock.Hanger.class,
    Absences.class,
    Jobs.class,
    People.class,
    SigningCases.class,
    ConsultingCases.class,
    TransferCases.class,
    ReportCases.class,
    PaperCases.class,
    ActivityCases.class,
    OtherNode.class,
    Decisions.class
})
public @interface ProcessTest {}
