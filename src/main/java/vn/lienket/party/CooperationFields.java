package vn.lienket.party;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The catalogue of the fields of cooperation ({@code reference/cooperation-fields.yaml}). */
@Component
public class CooperationFields {

    private final Map<String, CooperationField> byCode = new LinkedHashMap<>();

    CooperationFields() {
        try (InputStream file = new ClassPathResource("reference/cooperation-fields.yaml").getInputStream()) {
            List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            for (Map<String, Object> entry : entries) {
                @SuppressWarnings("unchecked")
                List<String> channels = (List<String>) entry.get("channels");
                String code = (String) entry.get("code");
                byCode.put(code, new CooperationField(code, (String) entry.get("name"), List.copyOf(channels)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<CooperationField> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<CooperationField> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
