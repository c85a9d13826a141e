package vn.lienket.enterprise.table;

/** A file that cannot be read as a table, or not any further; the message is a Vietnamese sentence for the user. */
public final class UnreadableTableException extends RuntimeException {

    public UnreadableTableException(String message) {
        super(message);
    }

    UnreadableTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
