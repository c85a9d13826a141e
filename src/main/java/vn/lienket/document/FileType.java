package vn.lienket.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file that are accepted. */
enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    private final String mediaType;
    private final String[] extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** The usual extension, without the dot. */
    String extension() {
        return extensions[0];
    }

    /** All of them, the usual one first. */
    List<String> extensions() {
        return List.of(extensions);
    }

    boolean hasExtension(String extension) {
        return Arrays.stream(extensions).anyMatch(extension::equalsIgnoreCase);
    }
}
