package vn.lienket.mode;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienket.party.MailAddress;
import vn.lienket.password.PasswordPolicy;

/** The settings of the production mode and everything that is wrong with them. No message repeats a value. */
final class ProductionSettings {

    private static final String ADMIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(ProductionSettings.class);
    private static final Duration REACH = Duration.ofSeconds(5);
    /** How long a server that is still starting is waited for. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    private static final String REACHED = "00000";
    /** Refused, broken off, starting. */
    private static final Set<String> MAY_BE_STARTING = Set.of("08001", "08006", "57P03");

    private static final Set<Setting> DATABASE = EnumSet.of(Setting.DB_URL, Setting.DB_USERNAME, Setting.DB_PASSWORD);
    private static final Set<Setting> MAY_BE_BLANK = EnumSet.of(Setting.MAIL_USERNAME, Setting.MAIL_PASSWORD);

    private final Map<Setting, String> values;
    private final Set<Setting> wrong = EnumSet.noneOf(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private ProductionSettings(Map<Setting, String> values) {
        this.values = values;
    }

    /** One Vietnamese sentence a problem, beginning with the variables it is about; empty if the application can start. */
    static List<String> problems(Map<Setting, String> values) {
        ProductionSettings settings = new ProductionSettings(values);
        settings.look();
        return settings.problems;
    }

    /** As {@link #problems}, of the database alone. */
    static List<String> databaseProblems(Map<Setting, String> values) {
        ProductionSettings settings = new ProductionSettings(values);
        DATABASE.forEach(settings::checkPresent);
        settings.checkDatabase();
        return settings.problems;
    }

    private void look() {
        Arrays.stream(Setting.values()).forEach(this::checkPresent);
        if (right(Setting.ADMIN_PASSWORD)) {
            PasswordPolicy.problems(value(Setting.ADMIN_PASSWORD), ADMIN, null)
                    .forEach(problem -> problem(Setting.ADMIN_PASSWORD, problem));
        }
        check(
                Setting.BASE_URL,
                ProductionSettings::isWebAddress,
                "phải là địa chỉ http:// hoặc https:// của ứng dụng.");
        check(Setting.DIRECTORY, ProductionSettings::isReadableFile, "không có tệp này hoặc không đọc được.");
        check(Setting.MAIL_PORT, port -> port(port).isPresent(), "phải là số cổng từ 1 đến 65535.");
        check(Setting.MAIL_FROM, ProductionSettings::isMailAddress, "phải là một địa chỉ thư điện tử.");
        checkDatabase();
        if (right(Setting.MAIL_HOST, Setting.MAIL_PORT) && !reachesMailServer()) {
            tellOfMailServer();
        }
    }

    /** Mails wait until it is back, and nothing else does. Where the start is refused anyhow, it is one thing more to look after. */
    private void tellOfMailServer() {
        String sentence = "LIENKET_MAIL_HOST, LIENKET_MAIL_PORT: không kết nối được máy chủ thư.";
        if (problems.isEmpty()) {
            LOG.warn("{} LienKet vẫn khởi động; thư được gửi khi máy chủ thư hoạt động trở lại.", sentence);
        } else {
            problems.add(sentence);
        }
    }

    private void checkDatabase() {
        check(
                Setting.DB_URL,
                url -> url.startsWith("jdbc:postgresql:"),
                "phải có dạng jdbc:postgresql://máy:cổng/tên.");
        if (right(Setting.DB_URL, Setting.DB_USERNAME, Setting.DB_PASSWORD)) {
            reachDatabase();
        }
    }

    private void checkPresent(Setting setting) {
        boolean mayBeBlank = MAY_BE_BLANK.contains(setting);
        if (!values.containsKey(setting)) {
            problem(setting, "chưa đặt" + (mayBeBlank ? " (để trống nếu máy chủ thư không xác thực)." : "."));
        } else if (!mayBeBlank && value(setting).isBlank()) {
            problem(setting, "đang để trống.");
        }
    }

    private void check(Setting setting, Predicate<String> valid, String problem) {
        if (right(setting) && !valid.test(value(setting))) {
            problem(setting, problem);
        }
    }

    private boolean right(Setting... settings) {
        return Arrays.stream(settings).noneMatch(wrong::contains);
    }

    private void problem(Setting setting, String problem) {
        wrong.add(setting);
        problems.add(setting.variable() + ": " + problem);
    }

    private void reachDatabase() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, value(Setting.DB_USERNAME));
        PGProperty.PASSWORD.set(properties, value(Setting.DB_PASSWORD));
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) REACH.toSeconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, (int) REACH.toSeconds() * 2);
        Instant end = Instant.now().plus(STARTING);
        String state = connect(properties);
        while (MAY_BE_STARTING.contains(state) && Instant.now().isBefore(end)) {
            pause();
            state = connect(properties);
        }
        if (!state.equals(REACHED)) {
            problems.add(databaseProblem(state));
        }
    }

    /** The SQLSTATE with which the server refuses, or {@link #REACHED}. */
    private String connect(Properties properties) {
        try (Connection ignored = new Driver().connect(value(Setting.DB_URL), properties)) {
            return REACHED;
        } catch (SQLException e) {
            return Optional.ofNullable(e.getSQLState()).orElse("");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String databaseProblem(String sqlState) {
        if (sqlState.equals(PSQLState.INVALID_PASSWORD.getState())
                || sqlState.equals(PSQLState.INVALID_AUTHORIZATION_SPECIFICATION.getState())) {
            return "LIENKET_DB_USERNAME, LIENKET_DB_PASSWORD: máy chủ cơ sở dữ liệu từ chối tên hoặc mật khẩu này.";
        }
        if (sqlState.equals("3D000")) { // invalid_catalog_name
            return "LIENKET_DB_URL: máy chủ không có cơ sở dữ liệu tên này.";
        }
        return "LIENKET_DB_URL: không kết nối được cơ sở dữ liệu (SQLSTATE " + sqlState + ").";
    }

    private boolean reachesMailServer() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            value(Setting.MAIL_HOST),
                            port(value(Setting.MAIL_PORT)).orElseThrow()),
                    (int) REACH.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String value(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    private static Optional<Integer> port(String value) {
        try {
            return Optional.of(Integer.valueOf(value)).filter(port -> port > 0 && port < 65_536);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = URI.create(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadableFile(String value) {
        try {
            Path path = Path.of(value);
            return Files.isRegularFile(path) && Files.isReadable(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isMailAddress(String value) {
        try {
            return MailAddress.FORM
                    .matcher(new InternetAddress(value, true).getAddress())
                    .matches();
        } catch (AddressException e) {
            return false;
        }
    }
}
