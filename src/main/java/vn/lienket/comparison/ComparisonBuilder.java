package vn.lienket.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lienket.comparison.Comparison.Block;
import vn.lienket.comparison.Comparison.Kind;
import vn.lienket.comparison.Comparison.Piece;
import vn.lienket.comparison.Comparison.PieceKind;
import vn.lienket.comparison.WordDiff.Range;

/** Puts a comparison together, word by word: to paragraphs of pieces, and to changes with numbers. */
final class ComparisonBuilder {

    private final List<Block> blocks = new ArrayList<>();
    /** The changes of paragraphs that moved, by where they stand now. */
    private final Map<Integer, Integer> moves = new HashMap<>();

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private PieceKind kind = PieceKind.SAME;
    private boolean ending;
    private boolean changing;
    private int moving;
    private int changes;
    private int lastArrived = -2;
    private int lastGone = -2;

    void same(List<Word> paragraph) {
        endParagraph();
        paragraph.forEach(word -> append(PieceKind.SAME, word));
        endParagraph();
    }

    void same(Word before, Word after) {
        endIfEnding();
        append(PieceKind.SAME, after);
        // what was behind it in its paragraph and is gone is told with it
        ending = after.last();
        if (before.last()) {
            endIfEnding();
        }
    }

    void added(Word word) {
        endIfEnding();
        append(PieceKind.ADDED, word);
        if (word.last()) {
            endParagraph();
        }
    }

    /** A paragraph of which all is gone is one of its own; what is gone of another is told with what is left. */
    void removed(Word word) {
        append(PieceKind.REMOVED, word);
        if (word.last() && (ending || kind == PieceKind.REMOVED && pieces.isEmpty())) {
            endParagraph();
        }
    }

    private void endIfEnding() {
        if (ending) {
            endParagraph();
        }
    }

    /** @param to where it stands now */
    void movedAway(int to, List<Word> paragraph) {
        endParagraph();
        moving = numberOf(to, lastGone);
        lastGone = to;
        paragraph.forEach(word -> append(PieceKind.SAME, word));
        end(Kind.MOVED_AWAY);
    }

    /** @param place where it stands now */
    void movedHere(int place, List<Word> before, List<Word> after, List<Range> differences) {
        endParagraph();
        moving = numberOf(place, lastArrived);
        lastArrived = place;
        int next = 0;
        for (Range range : differences) {
            after.subList(next, range.fromAfter()).forEach(word -> append(PieceKind.SAME, word));
            before.subList(range.fromBefore(), range.toBefore()).forEach(word -> append(PieceKind.REMOVED, word));
            after.subList(range.fromAfter(), range.toAfter()).forEach(word -> append(PieceKind.ADDED, word));
            next = range.toAfter();
        }
        after.subList(next, after.size()).forEach(word -> append(PieceKind.SAME, word));
        end(Kind.MOVED_HERE);
    }

    /** Paragraphs that moved together are one change. */
    private int numberOf(int place, int last) {
        return moves.computeIfAbsent(place, here -> here == last + 1 ? moves.get(last) : ++changes);
    }

    void endParagraph() {
        end(Kind.TEXT);
    }

    Comparison done() {
        endParagraph();
        return new Comparison(changes, List.copyOf(blocks));
    }

    private void append(PieceKind next, Word word) {
        boolean spaced = word.spaced() && !(pieces.isEmpty() && text.isEmpty());
        if (next == kind) {
            text.append(spaced ? " " : "").append(word.text());
            return;
        }
        // the space belongs to what has not changed
        if (spaced && kind == PieceKind.SAME) {
            text.append(' ');
        }
        endPiece();
        if (spaced && next == PieceKind.SAME) {
            text.append(' ');
        } else if (spaced && !pieces.isEmpty() && pieces.get(pieces.size() - 1).kind() != PieceKind.SAME) {
            pieces.add(new Piece(PieceKind.SAME, 0, " "));
        }
        kind = next;
        text.append(word.text());
    }

    private void endPiece() {
        if (text.isEmpty()) {
            return;
        }
        if (kind == PieceKind.SAME) {
            changing = false;
            pieces.add(new Piece(kind, 0, text.toString()));
        } else {
            if (moving == 0 && !changing) {
                changes++;
                changing = true;
            }
            pieces.add(new Piece(kind, moving == 0 ? changes : moving, text.toString()));
        }
        text.setLength(0);
    }

    private void end(Kind of) {
        endPiece();
        kind = PieceKind.SAME;
        ending = false;
        if (!pieces.isEmpty()) {
            blocks.add(new Block(of, moving, List.copyOf(pieces)));
            pieces.clear();
        }
        moving = 0;
    }
}
