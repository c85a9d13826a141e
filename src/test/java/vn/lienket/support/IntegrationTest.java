package vn.lienket.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application in the embedded mode, on a port of its own with PostgreSQL, SMTP and the job executor; one context for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"LIENKET_DATA_DIR=target/test-data/${random.uuid}", "lienket.demo-agreements=false"})
@ContextConfiguration(initializers = FreePort.class)
@Import({Cooperation.class, EarlierConsulting.class, TwelveWeeks.class})
public @interface IntegrationTest {}
