package vn.lienket.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

class MailboxTest {

    private static final String OFFICER = "binhduong.officer1@binhduong.example";
    private static final String LEADER = "qtsc.leader1@qtsc.example";

    @TempDir
    private static Path directory;

    private static ServletWebServerApplicationContext context;
    private static RestClient http;

    @BeforeAll
    static void start() {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(EmbeddedMode.class)
                .run("--LIENKET_DATA_DIR=" + directory, "--server.port=0");
        http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + context.getWebServer().getPort())
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        context.getBean(JdbcClient.class)
                .sql("truncate lienket.mailbox_message")
                .update();
    }

    @Test
    void showsAMailWithItsTextInJsonNewestFirst() throws MessagingException {
        send("Thỏa thuận số một", OFFICER);
        String messageId = send("Thỏa thuận số hai", OFFICER);

        JsonNode mails = json("/mailbox/messages");

        assertThat(mails).hasSize(2);
        assertThat(mails.findValuesAsText("subject")).containsExactly("Thỏa thuận số hai", "Thỏa thuận số một");
        JsonNode newest = mails.get(0);
        assertThat(newest.get("to").asText()).isEqualTo(OFFICER);
        assertThat(newest.get("from").asText()).isEqualTo("Liên Kết <lienket@localhost>");
        assertThat(newest.get("messageId").asText()).isEqualTo(messageId);
        assertThat(newest.get("text").asText()).isEqualTo("Kính gửi anh chị, đây là văn bản.");
        assertThat(OffsetDateTime.parse(newest.get("date").asText())).isBefore(OffsetDateTime.now());
        assertThat(json("/mailbox/messages/" + newest.get("id").asLong())).isEqualTo(newest);
    }

    /** By bytes: an enterprise more is not a line more. */
    @Test
    void thePageIsAsLongForTwentyThousandRecipientsAsForAThousand() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String fill = """
                insert into lienket.mailbox_message (received_at, recipient, sender, subject, message_id, raw)
                select now(), format('dn%s@doanh-nghiep.example', lpad(i::text, 5, '0')), 's', 'Thư', i, ''
                from generate_series(?, ?) i""";
        jdbc.sql(fill).params(1, 1_000).update();
        int thousand = page("/mailbox").length();

        jdbc.sql(fill).params(1_001, 20_000).update();

        assertThat(page("/mailbox"))
                .contains("20000 thư", "<option value=\"dn20000@doanh-nghiep.example\">")
                .hasSizeBetween(thousand, thousand + 100);
    }

    @Test
    void givesEachRecipientAMailAndFiltersByThem() throws MessagingException {
        send("Cho cả hai", OFFICER, LEADER);

        assertThat(json("/mailbox/messages?to=" + LEADER.toUpperCase())).hasSize(1);
        assertThat(json("/mailbox/messages?to=qtsc")).hasSize(1);
        assertThat(json("/mailbox/messages?to=leader1@qtsc.example")).isEmpty();
        assertThat(json("/mailbox/messages?to=_tsc")).isEmpty();
        assertThat(json("/mailbox/messages?size=1&page=1")).hasSize(1);
        assertThat(page("/mailbox?to=" + LEADER))
                .contains("1 thư", "<option value=\"" + OFFICER + "\">")
                .contains("<td>" + LEADER + "</td>")
                .doesNotContain("<td>" + OFFICER + "</td>");
    }

    @Test
    void saysThatThereIsNoMail() {
        assertThat(page("/mailbox")).contains("Chưa có thư nào.");
        assertThat(page("/mailbox?to=ai@dau.example")).contains("Không có thư nào gửi tới");
    }

    @Test
    void doesNotFindAMailThatWasNeverSent() {
        assertThatThrownBy(() -> json("/mailbox/messages/9999")).isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> page("/mailbox/9999")).isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void pagesByFifty() {
        context.getBean(JdbcClient.class).sql("""
                        insert into lienket.mailbox_message (received_at, recipient, sender, subject, raw)
                        select now(), 'a@b.example', 'c@d.example', 'Thư ' || n, '' from generate_series(1, 51) n""").update();

        assertThat(page("/mailbox"))
                .contains(">Thư 51<", ">Thư 2<", "Trang 1/2")
                .doesNotContain(">Thư 1<");
        assertThat(page("/mailbox?page=1")).contains(">Thư 1<", "Trang 2/2").doesNotContain(">Thư 2<");
    }

    @Test
    void readsAMailAsHtmlInASandboxOrAsText() throws MessagingException {
        send("Có hai phần", OFFICER);
        long id = json("/mailbox/messages").get(0).get("id").asLong();

        assertThat(page("/mailbox/" + id))
                .contains("<b>Có hai phần</b>", "sandbox=\"allow-popups", "src=\"/mailbox/" + id + "/html\"")
                .doesNotContain("đây là văn bản");
        assertThat(page("/mailbox/" + id + "?part=text"))
                .contains("Kính gửi anh chị, đây là văn bản.")
                .doesNotContain("<iframe");
        ResponseEntity<String> html =
                http.get().uri("/mailbox/" + id + "/html").retrieve().toEntity(String.class);
        assertThat(html.getBody())
                .isEqualTo("<html><head><base target=\"_blank\"></head><body><p>Đây là HTML.</p></body></html>");
        assertThat(html.getHeaders().getFirst("Content-Security-Policy"))
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'");
    }

    @Test
    void handsOutWhatIsAttached() throws MessagingException {
        byte[] file = {1, 2, 3};
        sendAttaching(file, "Lộ trình.pdf");
        JsonNode mail = json("/mailbox/messages").get(0);
        long id = mail.get("id").asLong();

        assertThat(mail.get("text").asText()).isEqualTo("Kính gửi anh chị.");
        assertThat(mail.at("/attachments/0/fileName").asText()).isEqualTo("Lộ trình.pdf");
        assertThat(mail.at("/attachments/0/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(mail.at("/attachments/0/size").asInt()).isEqualTo(3);
        assertThat(page("/mailbox/" + id))
                .contains("href=\"/mailbox/" + id + "/attachments/1\">Lộ trình.pdf</a>", "1 KB");

        ResponseEntity<byte[]> download =
                http.get().uri("/mailbox/" + id + "/attachments/1").retrieve().toEntity(byte[].class);
        assertThat(download.getBody()).isEqualTo(file);
        assertThat(download.getHeaders().getContentType()).hasToString("application/pdf");
        assertThat(download.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(download.getHeaders().getContentDisposition().getFilename()).isEqualTo("Lộ trình.pdf");
        assertThatThrownBy(() -> page("/mailbox/" + id + "/attachments/2"))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void keepsTheMailsAcrossARestart() throws MessagingException {
        send("Còn sau khi khởi động lại", OFFICER);
        stop();

        start();

        assertThat(json("/mailbox/messages").findValuesAsText("subject")).containsExactly("Còn sau khi khởi động lại");
    }

    @Test
    void answersTheSenderWithAnErrorWhenTheMailCannotBeStored() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("alter table lienket.mailbox_message rename to gone").update();
        try {
            assertThatThrownBy(() -> send("Không lưu được", OFFICER, LEADER))
                    .isInstanceOf(MailException.class)
                    .hasMessageContaining("451");
        } finally {
            jdbc.sql("alter table lienket.gone rename to mailbox_message").update();
        }
        assertThat(json("/mailbox/messages")).isEmpty();
    }

    @Test
    void canBeDownForAWhileAndComesBackOnTheSamePort() throws MessagingException {
        EmbeddedMailServer server = context.getBean(EmbeddedMailServer.class);
        server.stop();
        assertThatThrownBy(() -> send("Lúc máy chủ dừng", OFFICER)).isInstanceOf(MailSendException.class);

        server.start();
        send("Lúc máy chủ chạy lại", OFFICER);

        assertThat(json("/mailbox/messages").findValuesAsText("subject")).containsExactly("Lúc máy chủ chạy lại");
    }

    private String send(String subject, String... recipients) throws MessagingException {
        JavaMailSender sender = context.getBean(JavaMailSender.class);
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("=?UTF-8?Q?Li=C3=AAn_K=E1=BA=BFt?= <lienket@localhost>");
        helper.setTo(recipients);
        helper.setSubject(subject);
        helper.setText(
                "Kính gửi anh chị, đây là văn bản.", "<html><head></head><body><p>Đây là HTML.</p></body></html>");
        sender.send(message);
        return message.getMessageID();
    }

    private void sendAttaching(byte[] file, String name) throws MessagingException {
        JavaMailSender sender = context.getBean(JavaMailSender.class);
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("lienket@localhost");
        helper.setTo(OFFICER);
        helper.setSubject("Có tệp");
        helper.setText("Kính gửi anh chị.");
        helper.addAttachment(name, new ByteArrayResource(file), "application/pdf");
        sender.send(message);
    }

    private JsonNode json(String uri) {
        return http.get().uri(uri).retrieve().body(JsonNode.class);
    }

    private String page(String uri) {
        ResponseEntity<String> response = http.get().uri(uri).retrieve().toEntity(String.class);
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        return response.getBody();
    }

    @Configuration
    @ComponentScan
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class EmbeddedMode {

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
        }
    }
}
