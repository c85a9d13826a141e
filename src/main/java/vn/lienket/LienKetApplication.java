package vn.lienket;

import java.util.OptionalInt;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.lienket.command.Commands;

/** LienKet: cooperation between provinces and a software park, run on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LienKetApplication {

    static {
        // Camunda stores times without a zone: every node must read them in the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyAudit.COMMAND)) {
            System.exit(VerifyAudit.run(args));
        }
        OptionalInt exitCode = Commands.run(args);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        TemporaryFiles files = TemporaryFiles.claim();
        SpringApplication.getShutdownHandlers().add(files::remove);
        SpringApplication.run(LienKetApplication.class, args);
    }
}
