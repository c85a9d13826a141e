package vn.lienket.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file in UTF-8 of at most 1 MB. */
public final class YamlFile {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST_NESTING = 10;

    private final Resource resource;
    private final BiFunction<String, List<String>, ? extends InvalidFileException> refusal;

    /** @param refusal makes the exception from the name of the file and its errors */
    public YamlFile(Resource resource, BiFunction<String, List<String>, ? extends InvalidFileException> refusal) {
        this.resource = resource;
        this.refusal = refusal;
    }

    /**
     * What the reader makes of the file.
     *
     * @param reader gets the root of the node tree and notes what is wrong in it
     * @throws InvalidFileException if the file is unreadable or the reader noted an error
     */
    public <T> T read(BiFunction<Node, LineErrors, T> reader) {
        LineErrors errors = new LineErrors();
        T value = reader.apply(compose(content()), errors);
        if (!errors.isEmpty()) {
            throw invalid(errors.sentences());
        }
        return value;
    }

    private String content() {
        try (InputStream stream = resource.getInputStream()) {
            byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw invalid("tệp lớn hơn %d KB".formatted(LARGEST_FILE / 1024));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw invalid("tệp không phải UTF-8");
        } catch (IOException unreadable) {
            throw invalid("không đọc được tệp: " + unreadable.getMessage());
        }
    }

    /** Stops at the node tree, which keeps the lines and instantiates nothing. */
    private Node compose(String content) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST_NESTING);
        try {
            Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(content));
            if (root == null) {
                throw invalid("tệp trống");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw invalid("dòng %d: không phải YAML hợp lệ (%s)".formatted(line, broken.getProblem()));
        } catch (YAMLException broken) {
            throw invalid("không phải YAML hợp lệ (%s)".formatted(broken.getMessage()));
        }
    }

    private InvalidFileException invalid(String error) {
        return invalid(List.of(error));
    }

    private InvalidFileException invalid(List<String> errors) {
        return refusal.apply(resource.getDescription(), errors);
    }
}
