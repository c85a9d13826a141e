package vn.lienket.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(PartyDatabase.class)
class ApplyDirectoryTest {

    @Autowired
    private DirectoryImport directoryImport;

    @Autowired
    private Parties parties;

    @Autowired
    private PartyDatabase.Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyDirectory() {
        listener.forget();
        jdbc.sql("truncate lienket.organisation, lienket.channel, lienket.person, lienket.directory_version cascade")
                .update();
    }

    @Test
    void takesAFilePath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("directory.yaml"), DirectorySamples.TWO_ORGANISATIONS);

        applyDirectory(file.toString()).apply();

        assertThat(parties.people()).hasSize(3);
    }

    @Test
    void takesAResourceLocation() {
        ApplyDirectory demo = applyDirectory("classpath:demo/directory.yaml");

        assertThat(demo.apply().added()).hasSize(3 + 2 + 36);
        assertThat(demo.apply().isEmpty()).isTrue();
        assertThat(parties.members("qtsc-leader"))
                .extracting(Person::id)
                .containsExactly("qtsc.leader1", "qtsc.leader2");
    }

    @Test
    void appliesNothingOfAnInvalidFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("directory.yaml"),
                DirectorySamples.TWO_ORGANISATIONS.replace("organisation: beta", "organisation: gamma"));

        assertThatThrownBy(applyDirectory(file.toString())::apply)
                .isInstanceOf(InvalidDirectoryException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("dòng 50: người 'chi' thuộc tổ chức 'gamma' không có trong danh mục");
        assertThat(parties.organisations()).isEmpty();
        assertThat(listener.events).isEmpty();
    }

    @Test
    void wantsALocation() {
        assertThatThrownBy(applyDirectory("")::apply)
                .isInstanceOf(InvalidDirectoryException.class)
                .hasMessageContaining("LIENKET_DIRECTORY");
    }

    /** The variable reads like the prefix of the properties; it must not be taken for the whole of them. */
    @Test
    void bindsTheLocationWhenTheEnvironmentHasTheVariable() {
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("LIENKET_DIRECTORY", "/etc/lienket/directory.yaml"))))
                .withPropertyValues("lienket.directory.location=${LIENKET_DIRECTORY}")
                .withUserConfiguration(Properties.class)
                .run(context -> assertThat(
                                context.getBean(DirectoryProperties.class).location())
                        .isEqualTo("/etc/lienket/directory.yaml"));
    }

    @EnableConfigurationProperties(DirectoryProperties.class)
    static class Properties {}

    private ApplyDirectory applyDirectory(String location) {
        return new ApplyDirectory(new DirectoryProperties(location), new DefaultResourceLoader(), directoryImport);
    }
}
