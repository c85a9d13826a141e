package vn.lienket.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ModeEnvironmentPostProcessorTest {

    @Test
    void isEmbeddedAndOnLoopbackWhenNoDatabaseIsConfigured() {
        ConfigurableEnvironment environment =
                environment(Map.of("server.port", "8123", "server.address", "0.0.0.0", "lienket.mode", "production"));

        assertThat(environment.getProperty("lienket.mode")).isEqualTo("embedded");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("lienket.base-url")).isEqualTo("http://localhost:8123");
        assertThat(environment.getProperty("lienket.mail.from")).isEqualTo("LienKet <lienket@localhost>");
        assertThat(environment.getProperty("spring.datasource.url")).isNull();
    }

    @Test
    void takesTheAddressOfTheApplicationInTheEmbeddedModeToo() {
        ConfigurableEnvironment environment = environment(Map.of("LIENKET_BASE_URL", "http://lienket.local/"));

        assertThat(environment.getProperty("lienket.base-url")).isEqualTo("http://lienket.local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIENKET_DB_URL", "LIENKET_DB_USERNAME", "LIENKET_DB_PASSWORD"})
    void isProductionAsSoonAsOneDatabaseSettingIsThereEvenIfBlank(String variable) {
        ConfigurableEnvironment environment = environment(Map.of(variable, "", "lienket.mode", "embedded"));

        assertThat(environment.getProperty("lienket.mode")).isEqualTo("production");
        assertThat(environment.getProperty("server.address")).isNull();
        assertThat(environment.getProperty("lienket.base-url")).isNull();
    }

    @Test
    void handsTheSettingsOnAndLeavesPasswordsAsTheyAreWritten() {
        ConfigurableEnvironment environment = environment(Map.of(
                "LIENKET_DB_URL", " jdbc:postgresql://db/lienket ",
                "LIENKET_DB_USERNAME", "lienket",
                "LIENKET_DB_PASSWORD", " a${user.home}b${ ",
                "LIENKET_ADMIN_PASSWORD", "mười hai ký tự",
                "LIENKET_DIRECTORY", "/etc/lienket/directory.yaml",
                "LIENKET_MAIL_HOST", "mail",
                "LIENKET_MAIL_PORT", "587",
                "LIENKET_MAIL_USERNAME", "lienket",
                "LIENKET_MAIL_PASSWORD", "secret",
                "LIENKET_MAIL_FROM", "lienket@example.vn"));

        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db/lienket");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("lienket");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo(" a${user.home}b${ ");
        assertThat(environment.getProperty("lienket.admin-password")).isEqualTo("mười hai ký tự");
        assertThat(environment.getProperty("lienket.directory.location")).isEqualTo("/etc/lienket/directory.yaml");
        assertThat(environment.getProperty("spring.mail.host")).isEqualTo("mail");
        assertThat(environment.getProperty("spring.mail.port", Integer.class)).isEqualTo(587);
        assertThat(environment.getProperty("spring.mail.username")).isEqualTo("lienket");
        assertThat(environment.getProperty("spring.mail.password")).isEqualTo("secret");
        assertThat(environment.getProperty("spring.mail.properties.mail.smtp.auth"))
                .isEqualTo("true");
        assertThat(environment.getProperty("spring.mail.properties.mail.smtp.starttls.enable"))
                .isEqualTo("true");
        assertThat(environment.getProperty("lienket.mail.from")).isEqualTo("lienket@example.vn");
    }

    @Test
    void doesNotAuthenticateAtAMailServerWithoutUserName() {
        ConfigurableEnvironment environment = environment(Map.of("LIENKET_DB_URL", "x", "LIENKET_MAIL_USERNAME", ""));

        assertThat(environment.getProperty("spring.mail.properties.mail.smtp.auth"))
                .isEqualTo("false");
    }

    private static ConfigurableEnvironment environment(Map<String, Object> values) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(values)));
        new ModeEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
