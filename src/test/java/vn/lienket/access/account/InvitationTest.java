package vn.lienket.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.LienKetApplication;
import vn.lienket.party.ApplyDirectory;
import vn.lienket.support.Actor;
import vn.lienket.support.TestPostgres;
import vn.lienket.support.WebappDelegates;

/** The whole application in production mode, with the example directory of the containers. */
class InvitationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "một mật khẩu đủ dài";
    private static final Pattern LINK =
            Pattern.compile("https://lienket\\.example\\.vn/account/password\\?token=([\\w-]{43})\\s");
    private static final String PEOPLE = """

              - id: bd.moi
                name: Người mới, Sở TT&TT Bình Dương
                email: moi@binhduong.example
                organisation: binhduong
                roles: [expert]
            """;

    @TempDir
    private static Path temporary;

    private static Path directory;
    private static EmbeddedPostgres database;
    private static GreenMail mailServer;
    private static ServletWebServerApplicationContext application;
    private static Visitor visitor;
    private static WebappDelegates others;

    @BeforeAll
    static void start() throws IOException {
        directory = Files.copy(Path.of("docker/directory.example.yaml"), temporary.resolve("directory.yaml"));
        database = TestPostgres.start();
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        Map<String, Object> settings = new HashMap<>();
        settings.put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres");
        settings.put("LIENKET_DB_USERNAME", "postgres");
        settings.put("LIENKET_DB_PASSWORD", "postgres");
        settings.put("LIENKET_ADMIN_PASSWORD", "du-muoi-hai-ky-tu");
        settings.put("LIENKET_BASE_URL", "https://lienket.example.vn/");
        settings.put("LIENKET_DIRECTORY", directory.toString());
        settings.put("LIENKET_MAIL_HOST", "127.0.0.1");
        settings.put("LIENKET_MAIL_PORT", mailServer.getSmtp().getPort());
        settings.put("LIENKET_MAIL_USERNAME", "");
        settings.put("LIENKET_MAIL_PASSWORD", "");
        settings.put("LIENKET_MAIL_FROM", "LienKet <lienket@example.vn>");
        others = WebappDelegates.current();
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(LienKetApplication.class)
                .properties(settings)
                .run("--server.port=0", "--camunda.bpm.process-engine-name=invitationTest");
        visitor = new Visitor(application.getWebServer().getPort());
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        others.restore();
        mailServer.stop();
        database.close();
    }

    @Test
    void everybodyOfTheDirectoryIsInvitedToSetAPassword() throws Exception {
        String mail = mailTo("phapche@qtsc.example");

        assertThat(mail)
                .startsWith("Mời sử dụng LienKet\n\nKính gửi Pháp chế, QTSC,")
                .contains("Tên đăng nhập: qtsc.phapche", "Liên kết dùng đến: ");
        assertThat(signsIn("qtsc.phapche", "lienket")).isFalse();
        visitor.setPassword(tokenIn(mail), PASSWORD).expect(HttpStatus.FOUND);
        assertThat(signsIn("qtsc.phapche", PASSWORD)).isTrue();
        assertThat(jdbc().sql("select person from lienket.password_token order by 1")
                        .query(String.class)
                        .list())
                .contains("bd.chuyenvien", "bd.lanhdao", "qtsc.lanhdao", "qtsc.vanthu")
                .doesNotContain("admin");
    }

    @Test
    void whoeverJoinsIsInvitedAndWhoeverLeavesLosesEveryLinkAndPassword() throws Exception {
        String before = Files.readString(directory);
        mailTo("phapche@binhduong.example");
        Files.writeString(directory, before.stripTrailing() + PEOPLE);
        long invited = links();

        directory().apply();
        assertThat(links()).isEqualTo(invited + 1);
        String first = tokenIn(mailTo("moi@binhduong.example"));
        directory().apply();
        assertThat(links()).as("an apply that changes nothing").isEqualTo(invited + 1);
        visitor.setPassword(first, PASSWORD).expect(HttpStatus.FOUND);
        mailServer.purgeEmailFromAllMailboxes();
        visitor.forgets("bd.moi").expect(HttpStatus.FOUND);
        String second = tokenIn(mailTo("moi@binhduong.example"));

        Files.writeString(directory, before);
        directory().apply();

        assertThat(signsIn("bd.moi", PASSWORD)).isFalse();
        visitor.open(second).expect(HttpStatus.NOT_FOUND);
        visitor.setPassword(second, PASSWORD).expect(HttpStatus.NOT_FOUND);
        visitor.forgets("bd.moi").expect(HttpStatus.FOUND);
        visitor.forgets("qtsc.vanthu").expect(HttpStatus.FOUND);
        // requests are worked off in their order
        await().atMost(PATIENCE).until(() -> links() == invited + 3);
        assertThat(jdbc().sql("select count(*) from lienket.password_token where person = 'bd.moi'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static boolean signsIn(String user, String password) {
        return new Actor(visitor.port(), user, password)
                        .get("/api/v1/agreements")
                        .status()
                == HttpStatus.OK.value();
    }

    private static long links() {
        return jdbc().sql("select count(*) from lienket.password_token")
                .query(Long.class)
                .single();
    }

    private static String tokenIn(String mail) {
        Matcher link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    /** The text of the first mail to this address; waits for it. */
    private static String mailTo(String address) throws Exception {
        MimeMessage mail = await().atMost(PATIENCE)
                .until(() -> received(address), mails -> !mails.isEmpty())
                .get(0);
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }

    private static List<MimeMessage> received(String address) throws Exception {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> recipient(mail).contains(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApplyDirectory directory() {
        return application.getBean(ApplyDirectory.class);
    }

    private static JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }
}
