package vn.lienket.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** The differences of two lists, within so many steps for all that one asks for: what would take more counts as replaced as a whole. */
final class WordDiff {

    /** Of the shorter list: with less in common, one text has taken the place of the other. */
    private static final double LEAST_IN_COMMON = 0.25;

    private long steps;

    WordDiff(long steps) {
        this.steps = steps;
    }

    /** The parts of both lists that differ, in order; between them both are the same. */
    List<Range> exact(List<String> before, List<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        try {
            return joined(
                    new MyersDiffWithLinearSpace<>(this::same)
                            .computeDiff(before, after, null).stream()
                                    .map(Range::of)
                                    .toList(),
                    Range::touches);
        } catch (TooManySteps e) {
            return List.of(whole(before, after));
        }
    }

    /** As {@link #exact}, but as people would tell it: what only a few words keep apart is one, and so are texts of little in common. */
    List<Range> readable(List<String> before, List<String> after) {
        List<Range> differences = joined(exact(before, after), Range::isKeptApartByLittleFrom);
        int common =
                before.size() - differences.stream().mapToInt(Range::removed).sum();
        return !differences.isEmpty() && common < LEAST_IN_COMMON * Math.min(before.size(), after.size())
                ? List.of(whole(before, after))
                : differences;
    }

    private static Range whole(List<String> before, List<String> after) {
        return new Range(0, before.size(), 0, after.size());
    }

    private boolean same(String one, String other) {
        if (--steps < 0) {
            throw new TooManySteps();
        }
        return one.equals(other);
    }

    private static List<Range> joined(List<Range> ranges, BiPredicate<Range, Range> belong) {
        List<Range> joined = new ArrayList<>();
        for (Range range : ranges) {
            int last = joined.size() - 1;
            if (last >= 0 && belong.test(joined.get(last), range)) {
                joined.set(last, joined.get(last).upTo(range));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** From {@code from} (inclusive) to {@code to} (exclusive) in the list before and in the one after. */
    record Range(int fromBefore, int toBefore, int fromAfter, int toAfter) {

        private static Range of(Change change) {
            return new Range(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised);
        }

        int removed() {
            return toBefore - fromBefore;
        }

        int added() {
            return toAfter - fromAfter;
        }

        private boolean touches(Range next) {
            return next.fromBefore == toBefore;
        }

        private boolean isKeptApartByLittleFrom(Range next) {
            int between = next.fromBefore - toBefore;
            return between < Math.max(removed(), added()) && between < Math.max(next.removed(), next.added());
        }

        private Range upTo(Range next) {
            return new Range(fromBefore, next.toBefore, fromAfter, next.toAfter);
        }
    }

    private static final class TooManySteps extends RuntimeException {}
}
