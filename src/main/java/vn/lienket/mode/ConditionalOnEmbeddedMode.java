package vn.lienket.mode;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Beans of the embedded mode only: no database is configured, the application listens on the loopback interface. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ConditionalOnProperty(name = ModeEnvironmentPostProcessor.MODE, havingValue = ModeEnvironmentPostProcessor.EMBEDDED)
public @interface ConditionalOnEmbeddedMode {}
