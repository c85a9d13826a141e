package vn.lienket.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A test on {@link CaseEngine}; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(CaseEngine.class)
@TestPropertySource(
        properties = {"lienket.base-url=https://lienket.example", "lienket.mail.from=LienKet <lienket@tinh.example>"})
public @interface CaseEngineTest {}
