package vn.lienket;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import vn.lienket.audit.TrailCheck;
import vn.lienket.audit.TrailHead;
import vn.lienket.embedded.EmbeddedDatabaseConfiguration;

/**
 * The command {@code audit-verify [--head=<sequence>:<hash>]}: checks the audit trail of the database that the application would
 * use, and whether a head that was kept elsewhere is still part of it. It ends with 0 if the trail is whole, 1 if it is broken, 2 if
 * it cannot be read.
 */
final class VerifyAudit {

    static final String COMMAND = "audit-verify";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    private VerifyAudit() {}

    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        "lienket.command=" + COMMAND,
                        "logging.pattern.console=%m%n",
                        "logging.level.root=warn",
                        "logging.level." + VerifyAudit.class.getName() + "=info")
                .run(arguments)) {
            return verify(
                    context.getBean(DataSource.class), context.getEnvironment().getProperty("head"));
        } catch (DataAccessException e) {
            LOG.error(
                    "Không đọc được nhật ký kiểm toán: {}",
                    e.getMostSpecificCause().getMessage());
            return 2;
        } catch (RuntimeException refused) {
            // the reason has been shown when the start failed
            return 2;
        }
    }

    private static int verify(DataSource dataSource, String head) {
        Optional<TrailHead> kept = Optional.ofNullable(head).flatMap(TrailHead::of);
        if (head != null && kept.isEmpty()) {
            LOG.error("--head phải có dạng <số>:<64 chữ số thập lục phân>.");
            return 2;
        }
        TrailCheck.Result result = new TrailCheck(dataSource).check(kept);
        if (result.broken().isPresent()) {
            LOG.error("Nhật ký kiểm toán bị đứt. {}", result.broken().get());
            LOG.error("Còn nguyên đến: {}", result.head());
            return 1;
        }
        LOG.info("Nhật ký kiểm toán nguyên vẹn đến: {}", result.head());
        LOG.info("Chưa niêm phong: {} dòng", result.waiting());
        return 0;
    }

    /** All that the command needs. */
    @Import(EmbeddedDatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static final class Database {}
}
