package vn.lienket.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What has changed from one text to another, in the order of the newer one.
 *
 * @param changes how many places have changed
 */
public record Comparison(int changes, List<Block> blocks) {

    /**
     * A paragraph.
     *
     * @param change from 1, the number of the change that the whole paragraph is part of; of a moved one both places have the same; 0
     *     for none
     */
    public record Block(Kind kind, int change, List<Piece> pieces) {

        /** Whether nothing has happened to it. */
        public boolean same() {
            return kind == Kind.TEXT && pieces.stream().allMatch(piece -> piece.kind() == PieceKind.SAME);
        }
    }

    /** What has become of a paragraph as a whole. */
    public enum Kind {
        /** It stands where it stood, with the changes that its pieces tell. */
        @JsonProperty("text")
        TEXT,
        /** It stands here now, with the changes that its pieces tell. */
        @JsonProperty("movedHere")
        MOVED_HERE,
        /** It stood here. */
        @JsonProperty("movedAway")
        MOVED_AWAY
    }

    /**
     * Words that share a fate.
     *
     * @param change from 1, the number of the change; 0 for none
     */
    public record Piece(PieceKind kind, int change, String text) {}

    /** What has become of words. */
    public enum PieceKind {
        @JsonProperty("same")
        SAME,
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED
    }
}
