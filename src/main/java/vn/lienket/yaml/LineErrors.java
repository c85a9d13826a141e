package vn.lienket.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in a file, each with its line, so that the author is told everything at once. */
public final class LineErrors {

    private record LineError(int line, String message) {}

    private final List<LineError> errors = new ArrayList<>();

    /** Notes an error; the message is a format. */
    public void add(int line, String message, Object... arguments) {
        errors.add(new LineError(line, message.formatted(arguments)));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The sentences in the order of the lines. */
    public List<String> sentences() {
        return errors.stream()
                .sorted(Comparator.comparingInt(LineError::line))
                .map(error -> "dòng %d: %s".formatted(error.line(), error.message()))
                .toList();
    }
}
