package vn.lienket.yaml;

import java.util.List;

/** A file that cannot be used; nothing of it has been applied. The message holds every error, one a line, in Vietnamese. */
public class InvalidFileException extends RuntimeException {

    private final transient List<String> errors;

    /**
     * @param name what the file holds, as a message begins with it
     * @param source which file it is
     */
    public InvalidFileException(String name, String source, List<String> errors) {
        super("%s (%s) có %d lỗi:\n- %s".formatted(name, source, errors.size(), String.join("\n- ", errors)));
        this.errors = List.copyOf(errors);
    }

    /** Sentences such as "dòng 12: người 'x' thuộc tổ chức 'y' không có trong danh mục", in the order of the file. */
    public final List<String> errors() {
        return errors == null ? List.of() : errors;
    }
}
