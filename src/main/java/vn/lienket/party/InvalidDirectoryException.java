package vn.lienket.party;

import java.util.List;

/** A directory file that cannot be applied; nothing of it has been. The message holds every error, one a line, in Vietnamese. */
public final class InvalidDirectoryException extends RuntimeException {

    private final transient List<String> errors;

    InvalidDirectoryException(String source, List<String> errors) {
        super("Danh mục tổ chức và người dùng (%s) có %d lỗi:\n- %s"
                .formatted(source, errors.size(), String.join("\n- ", errors)));
        this.errors = List.copyOf(errors);
    }

    /** Sentences such as "dòng 12: người 'x' thuộc tổ chức 'y' không có trong danh mục", in the order of the file. */
    public List<String> errors() {
        return errors == null ? List.of() : errors;
    }
}
