package vn.lienket.notification;

import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** Half of what a job is locked for, so that no other node begins it again meanwhile. */
    private static final Duration CONVERSATION = Duration.ofSeconds(60);

    static {
        // else looked up in every jar for each word that is encoded: a quarter of the processor time of a busy node
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    @Bean
    static BeanPostProcessor mailDeadline() {
        MailDeadline deadline = new MailDeadline(CONVERSATION);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JavaMailSenderImpl sender) {
                    deadline.holdsFor(sender);
                }
                return bean;
            }
        };
    }
}
