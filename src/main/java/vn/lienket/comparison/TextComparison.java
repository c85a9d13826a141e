package vn.lienket.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.lienket.comparison.WordDiff.Range;

/**
 * Compares two texts: first their paragraphs, so that what moved is found, then the words of what is left. Where a paragraph ends
 * may differ, as between a PDF and a DOCX: the words of paragraphs that differ are compared as one run.
 */
final class TextComparison {

    /** A shorter paragraph is found again by chance. */
    private static final int LEAST_MOVED = 5;

    private static final Pattern ENUMERATOR =
            Pattern.compile("(?iu)điều|khoản|chương|mục|phụ|lục|[a-zđ]|[\\divxlc.]+|\\p{P}+");

    private final List<List<Word>> before;
    private final List<List<Word>> after;
    private final WordDiff diff;
    /** Where a paragraph that moved away stands now, and where one that moved here stood. */
    private final Map<Integer, Integer> movedTo = new HashMap<>();

    private final Map<Integer, Integer> movedFrom = new HashMap<>();

    private TextComparison(List<List<Word>> before, List<List<Word>> after, long steps) {
        this.before = Word.whole(before, after);
        this.after = Word.whole(after, before);
        this.diff = new WordDiff(steps);
    }

    /**
     * What has changed.
     *
     * @param steps how much work it may be; what is more is told in less detail
     */
    static Comparison of(List<String> before, List<String> after, long steps) {
        return new TextComparison(Word.of(before), Word.of(after), steps).compare();
    }

    private Comparison compare() {
        List<Range> differences = diff.exact(lines(before), lines(after));
        findMoved(differences);
        ComparisonBuilder built = new ComparisonBuilder();
        int next = 0;
        for (Range range : differences) {
            after.subList(next, range.fromAfter()).forEach(built::same);
            compare(range, built);
            next = range.toAfter();
        }
        after.subList(next, after.size()).forEach(built::same);
        return built.done();
    }

    private void compare(Range range, ComparisonBuilder built) {
        List<Word> removed = staying(before, range.fromBefore(), range.toBefore(), movedTo);
        List<Word> added = staying(after, range.fromAfter(), range.toAfter(), movedFrom);
        Moves moves = new Moves(range, built);
        int next = 0;
        int same = 0;
        for (Range part : diff.readable(texts(removed), texts(added))) {
            for (; next < part.fromAfter(); next++, same++) {
                moves.upTo(removed.get(same).paragraph(), added.get(next).paragraph());
                built.same(removed.get(same), added.get(next));
            }
            for (; same < part.toBefore(); same++) {
                moves.awayUpTo(removed.get(same).paragraph());
                built.removed(removed.get(same));
            }
            for (; next < part.toAfter(); next++) {
                moves.hereUpTo(added.get(next).paragraph());
                built.added(added.get(next));
            }
        }
        for (; next < added.size(); next++, same++) {
            moves.upTo(removed.get(same).paragraph(), added.get(next).paragraph());
            built.same(removed.get(same), added.get(next));
        }
        moves.upTo(range.toBefore(), range.toAfter());
        built.endParagraph();
    }

    /** A paragraph that went at one place and came at another, and what went and came beside it, as the title of its article. */
    private void findMoved(List<Range> differences) {
        Map<List<String>, List<Integer>> gone = new HashMap<>();
        Map<Integer, Integer> placeOf = new HashMap<>();
        BitSet came = new BitSet();
        for (int place = 0; place < differences.size(); place++) {
            Range range = differences.get(place);
            for (int paragraph = range.fromBefore(); paragraph < range.toBefore(); paragraph++) {
                placeOf.put(paragraph, place);
                gone.computeIfAbsent(content(before.get(paragraph)), words -> new ArrayList<>())
                        .add(paragraph);
            }
            came.set(range.fromAfter(), range.toAfter());
        }
        for (int place = 0; place < differences.size(); place++) {
            int here = place;
            Range range = differences.get(place);
            for (int paragraph = range.fromAfter(); paragraph < range.toAfter(); paragraph++) {
                int arrived = paragraph;
                List<String> words = content(after.get(paragraph));
                if (words.size() >= LEAST_MOVED && !movedFrom.containsKey(paragraph)) {
                    gone.getOrDefault(words, List.of()).stream()
                            .filter(from -> placeOf.get(from) != here && !movedTo.containsKey(from))
                            .findFirst()
                            .ifPresent(from -> {
                                move(from, arrived);
                                moveNeighbours(from, arrived, -1, placeOf, came);
                                moveNeighbours(from, arrived, 1, placeOf, came);
                            });
                }
            }
        }
    }

    private void moveNeighbours(int from, int to, int step, Map<Integer, Integer> gone, BitSet came) {
        int source = from + step;
        int target = to + step;
        while (gone.containsKey(source)
                && target >= 0
                && came.get(target)
                && !movedTo.containsKey(source)
                && !movedFrom.containsKey(target)
                && content(before.get(source)).equals(content(after.get(target)))) {
            move(source, target);
            source += step;
            target += step;
        }
    }

    private void move(int from, int to) {
        movedTo.put(from, to);
        movedFrom.put(to, from);
    }

    /** The words without the number before them, which changes when a paragraph moves. */
    private static List<String> content(List<Word> paragraph) {
        return paragraph.stream()
                .map(Word::text)
                .dropWhile(word -> ENUMERATOR.matcher(word).matches())
                .toList();
    }

    private static List<Word> staying(List<List<Word>> text, int from, int to, Map<Integer, Integer> moved) {
        return IntStream.range(from, to)
                .filter(paragraph -> !moved.containsKey(paragraph))
                .mapToObj(text::get)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> lines(List<List<Word>> text) {
        return text.stream()
                .map(paragraph -> String.join(" ", texts(paragraph)))
                .toList();
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    /** The moved paragraphs of a range, each told where it stood or stands now. */
    private final class Moves {

        private final ComparisonBuilder built;
        private int away;
        private int here;

        Moves(Range range, ComparisonBuilder built) {
            this.built = built;
            away = range.fromBefore();
            here = range.fromAfter();
        }

        void upTo(int paragraphBefore, int paragraphAfter) {
            awayUpTo(paragraphBefore);
            hereUpTo(paragraphAfter);
        }

        void awayUpTo(int paragraph) {
            for (; away < paragraph; away++) {
                if (movedTo.containsKey(away)) {
                    built.movedAway(movedTo.get(away), before.get(away));
                }
            }
        }

        void hereUpTo(int paragraph) {
            for (; here < paragraph; here++) {
                if (movedFrom.containsKey(here)) {
                    List<Word> old = before.get(movedFrom.get(here));
                    List<Word> now = after.get(here);
                    built.movedHere(here, old, now, diff.readable(texts(old), texts(now)));
                }
            }
        }
    }
}
