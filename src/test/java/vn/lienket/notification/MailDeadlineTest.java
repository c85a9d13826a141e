package vn.lienket.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that drips: found was that four connections with such a greeting stopped all jobs. */
class MailDeadlineTest {

    @Test
    void endsAConversationThatDripsOn() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            drip(server);
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getLocalPort());
            // begins anew with every byte
            sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
            sender.getJavaMailProperties().put("mail.smtp.socketFactory", new MailDeadline(Duration.ofSeconds(3)));
            SimpleMailMessage mail = new SimpleMailMessage();
            mail.setFrom("lienket@tinh.example");
            mail.setTo("an@binhduong.example");
            Instant begun = Instant.now();

            assertThatExceptionOfType(MailException.class).isThrownBy(() -> sender.send(mail));

            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(10));
        }
    }

    private static void drip(ServerSocket server) {
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                while (true) {
                    client.getOutputStream().write('2');
                    Thread.sleep(300);
                }
            } catch (IOException | InterruptedException theTestIsOver) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
