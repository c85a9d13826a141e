package vn.lienket.support;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Ports known before the start, unlike random ones: mails are written with the address they link to, pages with that of the agent. */
class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "server.port=" + TestSocketUtils.findAvailableTcpPort(),
                        "lienket.signature.agent-port=" + TestSocketUtils.findAvailableTcpPort())
                .applyTo(context);
    }
}
