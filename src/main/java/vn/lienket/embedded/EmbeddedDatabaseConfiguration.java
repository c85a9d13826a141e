package vn.lienket.embedded;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.mode.StartRefusedException;

/** The database of the embedded mode; also for commands, which need nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedMode
public class EmbeddedDatabaseConfiguration {

    @Bean
    JdbcConnectionDetails embeddedDatabase(@Value("${LIENKET_DATA_DIR:./data}") String directory) {
        return EmbeddedDatabase.start(path(directory));
    }

    /** Under another alphabet than that of the name, Java takes it for no path at all. */
    private static Path path(String directory) {
        try {
            return Path.of(directory);
        } catch (InvalidPathException notAPath) {
            throw new StartRefusedException(
                    "LienKet không khởi động: thư mục dữ liệu (LIENKET_DATA_DIR) có chữ mà bảng mã của máy này (%s) không ghi được."
                            .formatted(System.getProperty("sun.jnu.encoding")),
                    "Đặt LANG=C.UTF-8 (hoặc vi_VN.UTF-8), hoặc chọn một thư mục có tên không dấu, rồi khởi động lại.");
        }
    }
}
