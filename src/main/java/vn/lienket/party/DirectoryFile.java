package vn.lienket.party;

import org.springframework.core.io.Resource;
import vn.lienket.yaml.YamlFile;

/** The YAML file that names the organisations, channels and people. Its shape is described in {@code demo/directory.yaml}. */
final class DirectoryFile {

    private final YamlFile file;

    DirectoryFile(Resource resource) {
        this.file = new YamlFile(resource, InvalidDirectoryException::new);
    }

    /**
     * Reads and checks the whole file.
     *
     * @throws InvalidDirectoryException with every error and its line
     */
    DirectorySnapshot read() {
        return file.read((root, errors) -> new DirectoryReader(errors).read(root));
    }
}
