package vn.lienket.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import vn.lienket.support.FreezingProxy;

@ExtendWith(OutputCaptureExtension.class)
class ProductionStartCheckTest {

    private static final String PASSWORD = "mat-khau-csdl";

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres database;
    private static GreenMail mailServer;

    private final Map<String, Object> settings = new HashMap<>();

    @BeforeAll
    static void startServers() throws IOException, SQLException {
        database = EmbeddedPostgres.builder()
                .setDataDirectoryCustomizer(ProductionStartCheckTest::wantPasswords)
                .start();
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create role lienket login password '" + PASSWORD + "'");
        }
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
    }

    private static void wantPasswords(File cluster) {
        try {
            Files.writeString(cluster.toPath().resolve("pg_hba.conf"), """
                    host all postgres all trust
                    host all all all scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopServers() throws IOException {
        mailServer.stop();
        database.close();
    }

    @BeforeEach
    void rightSettings() throws IOException {
        settings.put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres");
        settings.put("LIENKET_DB_USERNAME", "lienket");
        settings.put("LIENKET_DB_PASSWORD", PASSWORD);
        settings.put("LIENKET_ADMIN_PASSWORD", "du-muoi-hai-ky-tu");
        settings.put("LIENKET_BASE_URL", "https://lienket.example.vn");
        settings.put(
                "LIENKET_DIRECTORY",
                Files.writeString(directory.resolve("directory.yaml"), "").toString());
        settings.put("LIENKET_MAIL_HOST", "127.0.0.1");
        settings.put("LIENKET_MAIL_PORT", mailServer.getSmtp().getPort());
        settings.put("LIENKET_MAIL_USERNAME", "");
        settings.put("LIENKET_MAIL_PASSWORD", "");
        settings.put("LIENKET_MAIL_FROM", "LienKet <lienket@example.vn>");
    }

    @Test
    void startsWhenEverythingIsThereAndReachable() {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getEnvironment().getProperty("lienket.mode")).isEqualTo("production");
        }
    }

    @Test
    void waitsForADatabaseThatIsStillStarting() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        settings.put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        CompletableFuture<FreezingProxy> started = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new FreezingProxy(port, database.getPort());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));

        start().close();

        started.join().close();
    }

    @Test
    void refusesAPortThatIsTakenAtOnce() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ServletWebServerApplicationContext context = new ServletWebServerApplicationContext();
            context.getEnvironment().setConversionService(new ApplicationConversionService());
            TestPropertyValues.of("server.address=127.0.0.1", "server.port=" + taken.getLocalPort())
                    .applyTo(context);

            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> new PortCheck().initialize(context))
                    .withMessageStartingWith("Không mở được cổng " + taken.getLocalPort());
        }
    }

    @Test
    void startsWithoutItsMailServerAndSaysSo(CapturedOutput output) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            settings.put("LIENKET_MAIL_PORT", socket.getLocalPort());
        }

        start().close();

        assertThat(output).contains("không kết nối được máy chủ thư", "vẫn khởi động");
    }

    @Test
    void namesEveryMissingVariableInOneMessageWithoutAStackTrace(CapturedOutput output) {
        settings.clear();
        settings.put("LIENKET_DB_PASSWORD", PASSWORD);

        catchThrowableOfType(StartRefusedException.class, this::start);

        assertThat(output).contains("APPLICATION FAILED TO START");
        assertThat(output.getAll())
                .contains(Arrays.stream(Setting.values())
                        .filter(setting -> setting != Setting.DB_PASSWORD)
                        .map(setting -> setting.variable() + ": chưa đặt")
                        .toList())
                .doesNotContain(PASSWORD, "\tat ");
    }

    @Test
    void namesEveryBlankVariableExceptTheMailUser() {
        settings.replaceAll((variable, value) -> " ");

        assertThat(refusal())
                .contains("LIENKET_DB_URL: đang để trống", "LIENKET_MAIL_FROM: đang để trống")
                .doesNotContain("LIENKET_MAIL_USERNAME", "LIENKET_MAIL_PASSWORD");
    }

    @Test
    void aSenderMustBeAnAddressThatMailServersTake() {
        settings.put("LIENKET_MAIL_FROM", "LienKet <lien..ket@example.vn>");

        assertThat(refusal()).contains("LIENKET_MAIL_FROM: phải");
    }

    @Test
    void namesEveryWrongValueWithoutRepeatingIt() {
        settings.put("LIENKET_DB_URL", "jdbc:mysql://db/lienket");
        settings.put("LIENKET_ADMIN_PASSWORD", "qua-ngan");
        settings.put("LIENKET_BASE_URL", "lienket.example.vn");
        settings.put("LIENKET_DIRECTORY", directory.resolve("missing.yaml").toString());
        settings.put("LIENKET_MAIL_PORT", "65536");
        settings.put("LIENKET_MAIL_FROM", "lienket");

        assertThat(refusal())
                .contains("LIENKET_DB_URL: phải")
                .contains("LIENKET_ADMIN_PASSWORD: Mật khẩu phải có ít nhất 12 ký tự")
                .contains("LIENKET_BASE_URL: phải")
                .contains("LIENKET_DIRECTORY: không có tệp")
                .contains("LIENKET_MAIL_PORT: phải")
                .contains("LIENKET_MAIL_FROM: phải")
                .doesNotContain("qua-ngan", "mysql");
    }

    @Test
    void tellsAWrongPasswordFromAnUnreachableDatabase() {
        settings.put("LIENKET_DB_PASSWORD", "sai-mat-khau");

        assertThat(refusal())
                .contains("LIENKET_DB_USERNAME, LIENKET_DB_PASSWORD: máy chủ cơ sở dữ liệu từ chối")
                .doesNotContain("sai-mat-khau");
    }

    @Test
    void tellsThatTheServerHasNoSuchDatabase() {
        settings.put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/nowhere");

        assertThat(refusal()).contains("LIENKET_DB_URL: máy chủ không có cơ sở dữ liệu");
    }

    @Test
    void namesAnUnreachableDatabaseAndAnUnreachableMailServerTogether() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        settings.put("LIENKET_DB_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/lienket");
        settings.put("LIENKET_MAIL_PORT", nobody);

        assertThat(refusal())
                .contains("LIENKET_DB_URL: không kết nối được")
                .contains("LIENKET_MAIL_HOST, LIENKET_MAIL_PORT: không kết nối được");
    }

    private String refusal() {
        return catchThrowableOfType(StartRefusedException.class, this::start).getMessage();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run();
    }

    @Configuration
    static class Nothing {}
}
