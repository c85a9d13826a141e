package vn.lienket.mode;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Stops a production start before the first bean, with one message that names everything missing, wrong or unreachable. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProductionStartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set for what is no application, only a command on its database. */
    private static final String COMMAND = "lienket.command";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String mode = context.getEnvironment().getProperty(ModeEnvironmentPostProcessor.MODE);
        if (!ModeEnvironmentPostProcessor.PRODUCTION.equals(mode)) {
            return;
        }
        Map<Setting, String> settings = Setting.read(context.getEnvironment());
        List<String> problems = context.getEnvironment().containsProperty(COMMAND)
                ? ProductionSettings.databaseProblems(settings)
                : ProductionSettings.problems(settings);
        if (!problems.isEmpty()) {
            throw new StartRefusedException(
                    "LienKet không khởi động ở chế độ vận hành vì cấu hình thiếu hoặc sai:\n  - "
                            + String.join("\n  - ", problems),
                    "Đặt đúng các biến môi trường nêu trên rồi khởi động lại. Để chạy thử với cơ sở dữ liệu nhúng, bỏ cả"
                            + " LIENKET_DB_URL, LIENKET_DB_USERNAME và LIENKET_DB_PASSWORD.");
        }
    }
}
