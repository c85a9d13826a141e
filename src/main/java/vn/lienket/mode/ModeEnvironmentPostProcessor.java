package vn.lienket.mode;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides the mode once, before there is any bean: production if one of {@code LIENKET_DB_URL}, {@code LIENKET_DB_USERNAME} and
 * {@code LIENKET_DB_PASSWORD} is set (even to nothing), else embedded. What follows from the mode cannot be overridden.
 */
final class ModeEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    static final String MODE = "lienket.mode";
    static final String EMBEDDED = "embedded";
    static final String PRODUCTION = "production";

    private static final Set<Setting> DATABASE = EnumSet.of(Setting.DB_URL, Setting.DB_USERNAME, Setting.DB_PASSWORD);
    private static final Set<Setting> OF_BOTH_MODES =
            EnumSet.of(Setting.BASE_URL, Setting.DIRECTORY, Setting.MAIL_FROM);
    private static final String SMTP = "spring.mail.properties.mail.smtp.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?=.*})");
    private static final int SMTPS = 465;
    private static final String DEMO_PASSWORD = "lienket";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<Setting, String> settings = Setting.read(environment);
        boolean production = isProduction(settings);
        Map<String, Object> fixed = new HashMap<>();
        Map<String, Object> defaults = new HashMap<>();
        fixed.put(MODE, production ? PRODUCTION : EMBEDDED);
        settings.forEach((setting, value) -> {
            if (production || OF_BOTH_MODES.contains(setting)) {
                fixed.put(setting.property(), literal(setting, value));
            }
        });
        if (production) {
            smtp(settings, fixed, defaults);
            secureCookies(settings, fixed);
        } else {
            fixed.put("server.address", "127.0.0.1");
            fixed.put(Setting.ADMIN_PASSWORD.property(), DEMO_PASSWORD);
            fixed.put("lienket.demo-password", DEMO_PASSWORD);
            // a demonstration does not wait for the morning
            defaults.put("lienket.digest.at", "00:00");
            defaults.put(Setting.DIRECTORY.property(), "classpath:demo/directory.yaml");
            defaults.put(Setting.BASE_URL.property(), "http://localhost:${server.port:8080}");
            defaults.put(Setting.MAIL_FROM.property(), "LienKet <lienket@localhost>");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("lienketMode", fixed));
        environment.getPropertySources().addLast(new MapPropertySource("lienketModeDefaults", defaults));
    }

    /** Whether all that a database wants is missing or blank. */
    static boolean namesNoDatabase(Map<Setting, String> settings) {
        return DATABASE.stream()
                .allMatch(setting -> settings.getOrDefault(setting, "").isBlank());
    }

    static boolean isProduction(Map<Setting, String> settings) {
        return DATABASE.stream().anyMatch(settings::containsKey);
    }

    private static void secureCookies(Map<Setting, String> settings, Map<String, Object> fixed) {
        boolean https = settings.getOrDefault(Setting.BASE_URL, "")
                .toLowerCase(Locale.ROOT)
                .startsWith("https:");
        fixed.put("server.servlet.session.cookie.secure", https);
    }

    private static void smtp(Map<Setting, String> settings, Map<String, Object> fixed, Map<String, Object> defaults) {
        boolean authenticated =
                !settings.getOrDefault(Setting.MAIL_USERNAME, "").isBlank();
        fixed.put(SMTP + "auth", authenticated);
        boolean smtps = String.valueOf(SMTPS).equals(settings.get(Setting.MAIL_PORT));
        defaults.put(SMTP + "ssl.enable", smtps);
        // encrypted where the server offers it; an operator can demand it with …mail.smtp.starttls.required
        defaults.put(SMTP + "starttls.enable", authenticated && !smtps);
    }

    private static String literal(Setting setting, String value) {
        String written = setting == Setting.BASE_URL ? value.replaceAll("/+$", "") : value;
        return PLACEHOLDER.matcher(written).replaceAll(Matcher.quoteReplacement("\\${"));
    }

    /** After application.yaml has been read, so that nothing in it can come first. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
