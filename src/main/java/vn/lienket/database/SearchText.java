package vn.lienket.database;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a register is searched: by the beginnings of words, in any order, with and without accents and signs. */
public final class SearchText {

    private SearchText() {}

    /**
     * What a column that {@code lienket.search_text} has written must be {@code like} to be found, one pattern for each word; the
     * text is written by the same function, so that one place says what accents and signs are. Empty for a text without words.
     */
    public static List<String> patterns(JdbcClient jdbc, String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        String words = jdbc.sql("select lienket.search_text(?)")
                .param(text)
                .query(String.class)
                .single();
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> "% " + word + "%")
                .toList();
    }
}
