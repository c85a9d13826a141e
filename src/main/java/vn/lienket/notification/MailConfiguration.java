package vn.lienket.notification;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** Half of what a job is locked for, so that no other node begins it again meanwhile. */
    private static final Duration CONVERSATION = Duration.ofSeconds(60);

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
