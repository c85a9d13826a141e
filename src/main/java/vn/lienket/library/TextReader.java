package vn.lienket.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienket.content.FileInspection;
import vn.lienket.document.Documents;

/** Reads the files that wait, one at a time and in no transaction: whatever stops a node, another one begins the file again. */
@Component
class TextReader {

    private static final Logger LOG = LoggerFactory.getLogger(TextReader.class);

    private final LibraryStore store;
    private final Documents documents;
    private final LibraryProperties properties;
    private final FileInspection inspection;

    TextReader(LibraryStore store, Documents documents, LibraryProperties properties, FileInspection inspection) {
        this.store = store;
        this.documents = documents;
        this.properties = properties;
        this.inspection = inspection;
    }

    /** Reads the next file that nobody works on; false if there is none. */
    boolean readNext() {
        Optional<LibraryEntry> leased = store.lease(properties.lease());
        leased.ifPresent(this::read);
        return leased.isPresent();
    }

    private void read(LibraryEntry entry) {
        try {
            Path file = Files.createTempFile("lienket-library", null);
            try {
                copy(entry.documentId(), file);
                text(entry, file)
                        .ifPresentOrElse(text -> store.read(entry.id(), text), () -> store.unreadable(entry.id()));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(UUID document, Path file) throws IOException {
        try (InputStream content = documents.open(document)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file may be damaged in ways that its library does not foresee. */
    private Optional<String> text(LibraryEntry entry, Path file) {
        try {
            // it may have been stored before files were inspected
            inspection.document(file);
            return Optional.of(FileText.of(file, entry.mediaType())).filter(text -> !text.isEmpty());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.info("Document {} is in the library without its text: {}", entry.documentId(), e.toString());
            return Optional.empty();
        }
    }
}
