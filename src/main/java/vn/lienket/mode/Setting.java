package vn.lienket.mode;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/** What an operator sets: the environment variable {@code LIENKET_} + name, and the property that the application reads. */
enum Setting {
    DB_URL("spring.datasource.url"),
    DB_USERNAME("spring.datasource.username"),
    DB_PASSWORD("spring.datasource.password"),
    ADMIN_PASSWORD("lienket.admin-password"),
    BASE_URL("lienket.base-url"),
    DIRECTORY("lienket.directory.location"),
    MAIL_HOST("spring.mail.host"),
    MAIL_PORT("spring.mail.port"),
    MAIL_USERNAME("spring.mail.username"),
    MAIL_PASSWORD("spring.mail.password"),
    MAIL_FROM("lienket.mail.from");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    String variable() {
        return "LIENKET_" + name();
    }

    String property() {
        return property;
    }

    /** Everything that is set, blank values included; passwords exactly as written, the rest without blanks around it. */
    static Map<Setting, String> read(ConfigurableEnvironment environment) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Arrays.stream(values())
                .forEach(setting -> setting.find(environment).ifPresent(value -> values.put(setting, value)));
        return Collections.unmodifiableMap(values);
    }

    private boolean isPassword() {
        return name().endsWith("PASSWORD");
    }

    // not environment.getProperty: that would take "${" in a password for a placeholder
    private Optional<String> find(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .map(source -> source.getProperty(variable()))
                .filter(Objects::nonNull)
                .map(value -> isPassword() ? value.toString() : value.toString().strip())
                .findFirst();
    }
}
