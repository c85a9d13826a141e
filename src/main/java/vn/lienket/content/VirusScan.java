package vn.lienket.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;

/** Asks clamd about files where one is set; a file about which it does not answer is not taken. */
@Component
public class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);

    private final ClamAvProperties properties;

    VirusScan(ClamAvProperties properties) {
        this.properties = properties;
    }

    /**
     * Passes at once where no scanner is set. Not for use in a transaction: the answer may take its time.
     *
     * @throws ProblemException 400 with the name of the virus, 503 if the scanner does not answer in time
     */
    public void check(Path file) {
        if (!properties.enabled()) {
            return;
        }
        Optional<String> virus;
        try (ClamdConversation clamd = ClamdConversation.open(properties)) {
            virus = clamd.scan(file);
        } catch (IOException e) {
            LOG.warn("clamd does not answer, so a file is not taken: {}", e.toString());
            throw ProblemException.busy("Chưa kiểm tra được virus nên tệp chưa được nhận. Hãy thử lại sau ít phút.");
        }
        virus.ifPresent(name -> {
            throw Refused.because("bị nhiễm virus (%s)".formatted(name));
        });
    }
}
