package vn.lienket.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Tells what a file is from its bytes alone; its name and the type the browser claims are not asked. */
final class FileTypeDetector {

    private static final Detector DETECTOR = new DefaultDetector();
    /** Within so many bytes readers look for the header of a PDF. */
    private static final int START = 1024;

    private FileTypeDetector() {}

    /** The type, or empty if it is not an accepted one. Office files with macros have media types of their own and are not. */
    static Optional<FileType> detect(Path file) throws IOException {
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            Optional<FileType> type =
                    FileType.of(DETECTOR.detect(stream, new Metadata()).toString());
            return type.isEmpty() && isPdfBehindLines(file) ? Optional.of(FileType.PDF) : type;
        }
    }

    /** Printing systems and mail gateways put lines before a PDF, which every reader passes over; but no page of the web. */
    private static boolean isPdfBehindLines(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            String start = new String(content.readNBytes(START), StandardCharsets.ISO_8859_1);
            int header = start.indexOf("%PDF-");
            return header >= 0 && start.lastIndexOf('<', header) < 0;
        }
    }
}
