package vn.lienket.mode;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;

/**
 * Stops a production start before the first bean, with one message that names everything missing, wrong or unreachable (of a mail server that is away alone it only warns); and a start
 * without a database where the embedded one is not part of the program, as in the container image.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProductionStartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set for what is no application, only a command on its database. */
    private static final String COMMAND = "lienket.command";

    /** By name: the image does without them. */
    private static final List<String> EMBEDDED_PARTS =
            List.of("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", "com.icegreen.greenmail.util.GreenMail");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        boolean canBeEmbedded = EMBEDDED_PARTS.stream().allMatch(part -> ClassUtils.isPresent(part, null));
        Map<Setting, String> settings = Setting.read(context.getEnvironment());
        if (!canBeEmbedded && ModeEnvironmentPostProcessor.namesNoDatabase(settings)) {
            throw new StartRefusedException(
                    "LienKet không khởi động vì chưa có cơ sở dữ liệu nào được cấu hình, mà bản này không kèm chế độ nhúng.",
                    "Đặt LIENKET_DB_URL, LIENKET_DB_USERNAME và LIENKET_DB_PASSWORD rồi khởi động lại.");
        }
        String mode = context.getEnvironment().getProperty(ModeEnvironmentPostProcessor.MODE);
        if (!ModeEnvironmentPostProcessor.PRODUCTION.equals(mode)) {
            return;
        }
        List<String> problems = context.getEnvironment().containsProperty(COMMAND)
                ? ProductionSettings.databaseProblems(settings)
                : ProductionSettings.problems(settings);
        if (!problems.isEmpty()) {
            throw new StartRefusedException(
                    "LienKet không khởi động ở chế độ vận hành vì cấu hình thiếu hoặc sai:\n  - "
                            + String.join("\n  - ", problems),
                    "Đặt đúng các biến môi trường nêu trên rồi khởi động lại."
                            + (canBeEmbedded
                                    ? " Để chạy thử với cơ sở dữ liệu nhúng, bỏ cả LIENKET_DB_URL, LIENKET_DB_USERNAME và"
                                            + " LIENKET_DB_PASSWORD."
                                    : ""));
        }
    }
}
