package vn.lienket.library;

/**
 * What to look for; null and blank do not restrict.
 *
 * @param text words that are all in the title or the text, with or without accents
 * @param category code of a field of cooperation
 * @param page from 0; null for the first one
 * @param size 1 to 50; null for 20
 */
public record LibraryQuery(String text, String category, String channel, Integer page, Integer size) {

    private static final int SIZE = 20;

    public LibraryQuery {
        text = blankToNull(text);
        category = blankToNull(category);
        channel = blankToNull(channel);
        page = page == null ? 0 : page;
        size = size == null ? SIZE : size;
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
