package vn.lienket.document;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
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
import vn.lienket.party.Channel;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ListedParties;
import vn.lienket.support.TestPostgres;

/** The document module and the web server on a PostgreSQL of its own, without the engine. */
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
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
@EnableConfigurationProperties(DocumentProperties.class)
@ConfigurationPropertiesScan("vn.lienket.content")
@ComponentScan(
        basePackages = {"vn.lienket.document", "vn.lienket.content", "vn.lienket.problem"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {PdfTemplates.class, WordTemplates.class}))
public class DocumentContext {

    public static final String TAY_NINH_CHANNEL = "binhduong-tayninh";
    public static final String QTSC_CHANNEL = "binhduong-qtsc";

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        return TestPostgres.start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
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
        return new TwoChannels();
    }

    /** Who acts, as the test says; for all threads, the web server's too. */
    public static final class SignedIn implements CurrentUser {

        private volatile User user;

        /** A member of these channels. */
        public void as(String id, String... channels) {
            user = new User(id, "binhduong", Set.of(), Set.of(channels), false);
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

    private static final class TwoChannels extends ListedParties {

        @Override
        public List<Channel> channels() {
            return List.of(
                    new Channel(TAY_NINH_CHANNEL, "Bình Dương – Tây Ninh", List.of("binhduong", "tayninh")),
                    new Channel(QTSC_CHANNEL, "Bình Dương – QTSC", List.of("binhduong", "qtsc")));
        }
    }
}
