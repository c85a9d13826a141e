package vn.lienket.embedded;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedMode
@EnableConfigurationProperties(MailProperties.class)
class EmbeddedConfiguration {

    /** In place of the one Boot would make: its port is known only when the server listens. */
    @Bean
    JavaMailSenderImpl embeddedMailSender(EmbeddedMailServer server, MailProperties properties) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(EmbeddedMailServer.HOST);
        sender.setPort(server.port());
        sender.setDefaultEncoding(properties.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(properties.getProperties());
        return sender;
    }
}
