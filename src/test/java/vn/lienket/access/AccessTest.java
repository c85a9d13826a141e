package vn.lienket.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import vn.lienket.engine.Passwords;
import vn.lienket.notification.CaseEngine;
import vn.lienket.notification.CaseEngineTest;

/** A test of signing in on the real engine and its database; leaders need a second factor. All of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CaseEngineTest
@ContextConfiguration(classes = {CaseEngine.class, AccessTest.Services.class})
@TestPropertySource(
        properties = {
            "lienket.second-factor.roles=leader,admin",
            "lienket.second-factor.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
public @interface AccessTest {

    /** What signing in takes, without the filters in front of it. */
    @TestConfiguration
    @EnableConfigurationProperties(SecondFactorProperties.class)
    @Import({
        Passwords.class,
        SignIn.class,
        Attempts.class,
        VerifiedCredentials.class,
        EngineDoors.class,
        SecondFactors.class,
        Authenticators.class,
        SecretKeys.class
    })
    class Services {}
}
