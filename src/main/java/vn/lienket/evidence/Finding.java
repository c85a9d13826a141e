package vn.lienket.evidence;

import java.util.List;

/**
 * What is said to anybody of a file: nothing of what stands in it.
 *
 * @param sentence the answer
 * @param more what explains it
 * @param sha256 of the file
 * @param agreement to which it belongs, or null
 */
public record Finding(Answer answer, String sentence, List<String> more, String sha256, Agreed agreement) {

    /** How the answer is meant. */
    public enum Answer {
        /** It is the signed file, and nothing is wrong with it. */
        RIGHT,
        /** It is known, but not, or not only, what was signed. */
        DOUBTFUL,
        /** It is not what was signed. */
        WRONG,
        /** Which file a code stands for. */
        NAMED
    }

    /**
     * An agreement as its sheet names it, without its title.
     *
     * @param standing whether it is in force, in words
     */
    public record Agreed(String type, List<String> numbers, List<Signed> signed, String standing) {}

    /**
     * A party with how it signed, in words.
     *
     * @param how each of its signatures, or that it signed by hand
     */
    public record Signed(String party, List<String> how) {}

    public Finding {
        more = List.copyOf(more);
    }
}
