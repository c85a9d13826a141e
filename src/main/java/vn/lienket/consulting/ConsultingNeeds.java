package vn.lienket.consulting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The catalogue of what an enterprise may ask advice on ({@code reference/consulting-needs.yaml}). */
@Component
public class ConsultingNeeds {

    /** For a need in words of its own. */
    static final String OTHER = "other";

    private final List<ConsultingNeed> all;

    ConsultingNeeds() {
        try (InputStream file = new ClassPathResource("reference/consulting-needs.yaml").getInputStream()) {
            List<Map<String, String>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            all = entries.stream()
                    .map(entry -> new ConsultingNeed(entry.get("code"), entry.get("name")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ConsultingNeed> all() {
        return all;
    }

    public Optional<ConsultingNeed> find(String code) {
        return all.stream().filter(need -> need.code().equals(code)).findFirst();
    }
}
