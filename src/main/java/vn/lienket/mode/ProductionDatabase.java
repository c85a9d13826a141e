package vn.lienket.mode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of the production mode, for whatever runs beside the application. */
public final class ProductionDatabase {

    private ProductionDatabase() {}

    /**
     * Connections as the application makes them; empty in the embedded mode. A {@link StartRefusedException} if it is not completely
     * named or cannot be reached.
     */
    public static Optional<DataSource> of(ConfigurableEnvironment environment) {
        Map<Setting, String> settings = Setting.read(environment);
        if (!ModeEnvironmentPostProcessor.isProduction(settings)) {
            return Optional.empty();
        }
        List<String> problems = ProductionSettings.databaseProblems(settings);
        if (!problems.isEmpty()) {
            throw new StartRefusedException(
                    String.join("\n", problems), "Chạy lệnh với cùng các biến môi trường như LienKet.");
        }
        return Optional.of(new DriverManagerDataSource(
                settings.get(Setting.DB_URL), settings.get(Setting.DB_USERNAME), settings.get(Setting.DB_PASSWORD)));
    }
}
