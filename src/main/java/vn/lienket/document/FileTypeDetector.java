package vn.lienket.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Tells what a file is from its bytes alone; its name and the type the browser claims are not asked. */
final class FileTypeDetector {

    private static final Detector DETECTOR = new DefaultDetector();

    private FileTypeDetector() {}

    /** The type, or empty if it is not an accepted one. Office files with macros have media types of their own and are not. */
    static Optional<FileType> detect(Path file) throws IOException {
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            return FileType.of(DETECTOR.detect(stream, new Metadata()).toString());
        }
    }
}
