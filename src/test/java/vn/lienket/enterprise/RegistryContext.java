package vn.lienket.enterprise;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ListedParties;
import vn.lienket.support.TestPostgres;

/** The registry and the web server on a PostgreSQL of its own, without the engine and its jobs: tests say when an import goes on. */
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@EnableConfigurationProperties(RegistryProperties.class)
@ConfigurationPropertiesScan("vn.lienket.content")
@ComponentScan(
        basePackages = {"vn.lienket.enterprise", "vn.lienket.content", "vn.lienket.privacy", "vn.lienket.problem"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "vn\\.lienket\\.enterprise\\.process\\..*")
        })
public class RegistryContext {

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        return TestPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        return pool;
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    SignedIn signedIn() {
        return new SignedIn();
    }

    @Bean
    Parties parties() {
        return new ListedParties() {};
    }

    @Bean
    SettableSizes sizes() {
        return new SettableSizes();
    }

    @Bean
    Registry registry(ImportStore store, ImportRunner runner, JdbcClient jdbc) {
        return new Registry(store, runner, jdbc);
    }

    /** Who acts, as the test says; for all threads, the web server's too. */
    public static final class SignedIn implements CurrentUser {

        private volatile User user;

        public void officer() {
            as("binhduong.officer1", "binhduong-officer", "binhduong-tayninh", "binhduong-qtsc");
        }

        public void as(String id, String group, String... channels) {
            String organisation = id.substring(0, id.indexOf('.'));
            user = new User(id, organisation, Set.of(group), Set.of(channels), false);
        }

        public void administrator() {
            user = new User("admin", null, Set.of("camunda-admin"), Set.of(), true);
        }

        public void out() {
            user = null;
        }

        @Override
        public Optional<User> find() {
            return Optional.ofNullable(user);
        }

        @Override
        public User require() {
            return find().orElseThrow(() -> ProblemException.forbidden("Bạn chưa đăng nhập."));
        }
    }

    /** A rule of the test's own: an enterprise with more people than this is large, the others are small; none knows no size. */
    public static final class SettableSizes implements EnterpriseSizes {

        private volatile Integer small;

        public void small(Integer employees) {
            small = employees;
        }

        @Override
        public List<Optional<String>> sizesOf(List<Enterprise> enterprises, LocalDate on) {
            Integer limit = small;
            return enterprises.stream()
                    .map(enterprise ->
                            Optional.ofNullable(limit).map(most -> enterprise.employees() > most ? "large" : "small"))
                    .toList();
        }
    }

    /** What tests do to the registry as a whole. */
    public static final class Registry {

        private final ImportStore store;
        private final ImportRunner runner;
        private final JdbcClient jdbc;

        Registry(ImportStore store, ImportRunner runner, JdbcClient jdbc) {
            this.store = store;
            this.runner = runner;
            this.jdbc = jdbc;
        }

        /** Brings every import that waits to its end. */
        public void runImports() {
            store.running().forEach(this::runToTheEnd);
        }

        private void runToTheEnd(UUID id) {
            while (runner.runNext(id).state() == RegistryImport.State.RUNNING) {
                // the next rows
            }
        }

        public void empty() {
            jdbc.sql("""
                    truncate lienket.enterprise, lienket.enterprise_change, lienket.enterprise_import,
                    lienket.enterprise_import_chunk, lienket.enterprise_import_line, lienket.enterprise_import_refusal cascade""").update();
        }

        public long count(String table) {
            return jdbc.sql("select count(*) from lienket." + table)
                    .query(Long.class)
                    .single();
        }
    }
}
