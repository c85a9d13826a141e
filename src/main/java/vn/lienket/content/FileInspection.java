package vn.lienket.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;

/**
 * Looks into a file within bounds before any library opens it. Zip files that unpack to too much or are built to be read in two ways,
 * office documents and PDFs with anything that runs, fetches or carries other files, and pictures that are not whole or go on as
 * something else, are refused with 400 for {@code file}.
 */
@Component
public class FileInspection {

    /** A PDF may begin anywhere in so many bytes. */
    private static final int START = 1024;

    private final ContentProperties properties;

    FileInspection(ContentProperties properties) {
        this.properties = properties;
    }

    /**
     * Inspects a document by what it is, not by its name. What is neither a zip file, a PDF, a PNG nor a JPEG picture passes.
     *
     * @throws ProblemException 400 that names what was found
     */
    public void document(Path file) throws IOException {
        inspect(file, properties.document());
    }

    /**
     * Inspects a table for the registry, which may be far larger inside than a document.
     *
     * @throws ProblemException 400 that names what was found
     */
    public void table(Path file) throws IOException {
        inspect(file, properties.table());
    }

    private void inspect(Path file, ZipLimits limits) throws IOException {
        String start = start(file);
        if (start.startsWith("PK")) {
            OfficeContent.inspect(file, limits);
        }
        if (start.contains("%PDF")) {
            PdfContent.inspect(file, properties);
        }
        if (start.startsWith("\u0089PNG")) {
            PngContent.inspect(file);
        }
        if (start.startsWith("\u00ff\u00d8")) {
            JpegContent.inspect(file);
        }
    }

    private static String start(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(START), StandardCharsets.ISO_8859_1);
        }
    }
}
