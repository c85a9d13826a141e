package vn.lienket.party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** The catalogue of the fields of cooperation ({@code reference/cooperation-fields.yaml}). */
@Component
public class CooperationFields {

    private static final List<String> KEYS = List.of("code", "channels", "name");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, CooperationField> byCode;

    CooperationFields() {
        this(new ClassPathResource("reference/cooperation-fields.yaml"));
    }

    /** @throws InvalidFileException with every error and its line */
    CooperationFields(Resource file) {
        byCode = new YamlFile(
                        file, (source, errors) -> new InvalidFileException("Danh mục lĩnh vực hợp tác", source, errors))
                .read(CooperationFields::fields);
    }

    public List<CooperationField> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<CooperationField> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static Map<String, CooperationField> fields(Node root, LineErrors errors) {
        Map<String, CooperationField> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (YamlEntry entry : YamlEntry.list(root, "lĩnh vực", KEYS, errors)) {
            String code = entry.required("code", CODE, "mã dạng " + CODE);
            fields.put(code, new CooperationField(code, entry.required("name"), channels(entry, errors)));
            Integer earlier = code == null ? null : lines.putIfAbsent(code, entry.line("code"));
            if (earlier != null) {
                errors.add(entry.line("code"), "lĩnh vực '%s' đã có ở dòng %d", code, earlier);
            }
        }
        return fields;
    }

    private static List<String> channels(YamlEntry entry, LineErrors errors) {
        if (!entry.has("channels")) {
            errors.add(entry.line("channels"), "lĩnh vực thiếu 'channels'; mọi kênh thì ghi []");
        }
        List<YamlEntry.Text> channels = entry.texts("channels");
        channels.stream()
                .filter(channel -> !CODE.matcher(channel.value()).matches())
                .forEach(channel ->
                        errors.add(channel.line(), "'channels' nêu '%s', phải là mã dạng %s", channel.value(), CODE));
        return channels.stream().map(YamlEntry.Text::value).toList();
    }
}
