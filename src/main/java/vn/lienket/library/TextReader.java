package vn.lienket.library;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.lienket.content.FileInspection;
import vn.lienket.content.FileText;
import vn.lienket.content.InTime;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.Documents;
import vn.lienket.engine.JobFailure;

/** Reads what is written in the files of the library. */
@Component
public class TextReader {

    /** The class of SQL states "program limit exceeded". */
    private static final String PROGRAM_LIMIT = "54";

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

    /**
     * Reads the file of an entry that waits for it. One that cannot be read, takes too long, or was too much for several nodes, is
     * found by its title only.
     *
     * @throws JobFailure with a Vietnamese sentence if the failure is not the file's
     */
    public void read(UUID id) {
        store.begin(id).ifPresent(this::read);
    }

    private void read(LibraryEntry entry) {
        try (SpooledFile file = SpooledFile.of(target -> documents.writeTo(entry.documentId(), target))) {
            Optional<String> text = textInTime(entry, file.path());
            if (text.isEmpty() || !isKept(entry, text.get())) {
                store.unreadable(entry.id());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("Document {} of the library was not read", entry.documentId(), e);
            store.survived(entry.id());
            throw JobFailure.unforeseen("Tệp “%s” của thư viện chưa đọc được".formatted(entry.fileName()), e);
        }
    }

    /** False for a text that the database can never keep, as one with too many different words. */
    private boolean isKept(LibraryEntry entry, String text) {
        try {
            store.read(entry.id(), text);
            return true;
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(PROGRAM_LIMIT)) {
                LOG.info("Document {} is in the library without its text: {}", entry.documentId(), e.toString());
                return false;
            }
            throw e;
        }
    }

    private Optional<String> textInTime(LibraryEntry entry, Path file) {
        try {
            return InTime.call("library-text", properties.deadline(), () -> text(entry, file));
        } catch (TimeoutException late) {
            LOG.info("Document {} is in the library without its text: it takes too long to read", entry.documentId());
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A file may be damaged in ways that its library does not foresee. */
    private Optional<String> text(LibraryEntry entry, Path file) {
        try {
            // it may have been stored before files were inspected
            inspection.document(file);
            return Optional.of(FileText.of(file, entry.mediaType())).filter(text -> !text.isEmpty());
        } catch (IOException | RuntimeException | Error e) {
            LOG.info("Document {} is in the library without its text: {}", entry.documentId(), e.toString());
            return Optional.empty();
        }
    }
}
