package vn.lienket.enterprise.process;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The condition in a cell of a decision table, of the kinds that need no FEEL engine: any, a list, a closed range, a lower limit. */
final class CellCondition {

    private static final Pattern RANGE = Pattern.compile("\\[(.+)\\.\\.(.+)]");
    private static final Pattern AT_LEAST = Pattern.compile(">=(.+)");

    private CellCondition() {}

    /**
     * Reads {@code -} or nothing, {@code a,b}, {@code [a..b]} or {@code >= a}.
     *
     * @param literal reads one value; IllegalArgumentException for what is none, and so for every other cell
     */
    static <T extends Comparable<T>> Predicate<T> read(String cell, Function<String, T> literal) {
        String text = cell.strip();
        if (text.isEmpty() || text.equals("-")) {
            return value -> true;
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            T least = literal.apply(range.group(1).strip());
            T most = literal.apply(range.group(2).strip());
            return value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }
        Matcher atLeast = AT_LEAST.matcher(text);
        if (atLeast.matches()) {
            T least = literal.apply(atLeast.group(1).strip());
            return value -> value.compareTo(least) >= 0;
        }
        Set<T> listed =
                Stream.of(text.split(",", -1)).map(String::strip).map(literal).collect(Collectors.toUnmodifiableSet());
        return listed::contains;
    }
}
