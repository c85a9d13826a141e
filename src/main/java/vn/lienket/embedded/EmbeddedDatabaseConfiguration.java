package vn.lienket.embedded;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/** The database of the embedded mode; also for commands, which need nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedMode
public class EmbeddedDatabaseConfiguration {

    @Bean
    JdbcConnectionDetails embeddedDatabase(@Value("${LIENKET_DATA_DIR:./data}") String directory) {
        return EmbeddedDatabase.start(Path.of(directory));
    }
}
