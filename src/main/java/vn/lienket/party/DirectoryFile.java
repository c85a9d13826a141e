package vn.lienket.party;

import org.springframework.core.io.Resource;
import vn.lienket.yaml.YamlFile;

/** The YAML file that names the organisations, channels and people. Its shape is described in {@code demo/directory.yaml}. */
public final class DirectoryFile {

    private final YamlFile file;

    public DirectoryFile(Resource resource) {
        this.file = new YamlFile(resource, InvalidDirectoryException::new);
    }

    /**
     * Reads and checks the whole file.
     *
     * @throws InvalidDirectoryException with every error and its line
     */
    public DirectorySnapshot read() {
        return file.read((root, errors) -> new DirectoryReader(errors).read(root));
    }
}
