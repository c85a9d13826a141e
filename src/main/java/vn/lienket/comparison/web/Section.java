package vn.lienket.comparison.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienket.comparison.Comparison;
import vn.lienket.comparison.Comparison.Block;
import vn.lienket.comparison.Comparison.Kind;
import vn.lienket.comparison.Comparison.PieceKind;

/**
 * Paragraphs of a comparison that are shown together.
 *
 * @param folded whether they are the same and far from every change
 */
record Section(boolean folded, List<Paragraph> paragraphs) {

    /** So many paragraphs in a row are not worth folding. */
    private static final int SHORT = 4;

    /** @param starts the number of the change of which this paragraph is the first, if it moved; else 0 */
    record Paragraph(Kind kind, int change, int starts, List<Words> words) {}

    /** @param starts the number of the change that begins with them; else 0 */
    record Words(PieceKind kind, int starts, String text) {}

    static List<Section> of(Comparison comparison) {
        List<Section> sections = new ArrayList<>();
        Set<Integer> begun = new HashSet<>();
        List<Block> blocks = comparison.blocks();
        for (int from = 0; from < blocks.size(); ) {
            boolean same = blocks.get(from).same();
            int to = from + 1;
            while (to < blocks.size() && blocks.get(to).same() == same) {
                to++;
            }
            List<Paragraph> run = blocks.subList(from, to).stream()
                    .map(block -> paragraph(block, begun))
                    .toList();
            if (same && run.size() > SHORT) {
                // the paragraphs beside a change tell where it is
                sections.add(new Section(false, run.subList(0, 1)));
                sections.add(new Section(true, run.subList(1, run.size() - 1)));
                sections.add(new Section(false, run.subList(run.size() - 1, run.size())));
            } else {
                sections.add(new Section(false, run));
            }
            from = to;
        }
        return sections;
    }

    private static Paragraph paragraph(Block block, Set<Integer> begun) {
        int starts = block.change() > 0 && begun.add(block.change()) ? block.change() : 0;
        return new Paragraph(
                block.kind(),
                block.change(),
                starts,
                block.pieces().stream()
                        .map(piece -> new Words(
                                piece.kind(),
                                piece.change() > 0 && begun.add(piece.change()) ? piece.change() : 0,
                                piece.text()))
                        .toList());
    }
}
