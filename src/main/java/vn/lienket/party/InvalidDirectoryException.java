package vn.lienket.party;

import java.util.List;
import vn.lienket.yaml.InvalidFileException;

/** A directory file that cannot be applied. */
public final class InvalidDirectoryException extends InvalidFileException {

    InvalidDirectoryException(String source, List<String> errors) {
        super("Danh mục tổ chức và người dùng", source, errors);
    }
}
