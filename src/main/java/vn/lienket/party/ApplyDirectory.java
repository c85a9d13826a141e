package vn.lienket.party;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/** Brings the database, and through {@link DirectoryApplied} the engine, to what the directory file says. */
@Component
public class ApplyDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyDirectory.class);

    private final DirectoryProperties properties;
    private final ResourceLoader resources;
    private final DirectoryImport directoryImport;

    ApplyDirectory(DirectoryProperties properties, ResourceLoader resources, DirectoryImport directoryImport) {
        this.properties = properties;
        this.resources = resources;
        this.directoryImport = directoryImport;
    }

    /**
     * Reads the configured file and applies it in one transaction. Meant for every start of every node: nodes that start
     * together wait for each other, and a file that was applied before changes nothing.
     *
     * @throws InvalidDirectoryException with every error of the file; nothing has been changed
     */
    public DirectoryChanges apply() {
        DirectoryChanges changes = directoryImport.apply(new DirectoryFile(resource()).read());
        if (changes.isEmpty()) {
            LOG.info("Directory {} applied: nothing to change", properties.location());
        } else {
            LOG.info(
                    "Directory {} applied: {} added, changed {}, disabled {}",
                    properties.location(),
                    changes.added().size(),
                    changes.changed(),
                    changes.disabled());
        }
        return changes;
    }

    private Resource resource() {
        String location = properties.location();
        if (!StringUtils.hasText(location)) {
            throw new InvalidDirectoryException("chưa cấu hình", List.of("thiếu biến môi trường LIENKET_DIRECTORY"));
        }
        // a plain path would be looked for on the class path
        return ResourceUtils.isUrl(location) ? resources.getResource(location) : new FileSystemResource(location);
    }
}
