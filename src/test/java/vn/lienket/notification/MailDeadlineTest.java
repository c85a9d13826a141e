package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that drips: found was that four connections with such a greeting stopped all jobs. */
class MailDeadlineTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsAConversationThatDripsOn(boolean tlsFromTheFirstByte) throws Exception {
        // of a record of TLS, 16 KB long
        int[] beginning = tlsFromTheFirstByte ? new int[] {22, 3, 3, 64, 0} : new int[] {};
        try (DrippingMailServer server = new DrippingMailServer(0, beginning)) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            // begins anew with every byte
            sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
            sender.getJavaMailProperties().put("mail.smtp.ssl.enable", String.valueOf(tlsFromTheFirstByte));
            new MailDeadline(Duration.ofSeconds(3)).holdsFor(sender);
            SimpleMailMessage mail = new SimpleMailMessage();
            mail.setFrom("lienket@tinh.example");
            mail.setTo("an@binhduong.example");
            Instant begun = Instant.now();

            assertThatExceptionOfType(MailException.class).isThrownBy(() -> sender.send(mail));

            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(10));
        }
    }
}
