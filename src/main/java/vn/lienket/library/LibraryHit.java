package vn.lienket.library;

import java.util.List;

/**
 * An entry that was found.
 *
 * @param headline where the words are in its text; empty if no words were looked for or the text is not known
 */
public record LibraryHit(LibraryEntry entry, List<Excerpt> headline) {

    /** A piece of the original text; {@code match} for a word that was looked for. */
    public record Excerpt(String text, boolean match) {}
}
