package vn.lienket.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;

/** The entries with their texts. */
@Repository
class LibraryStore {

    /** Neither is a character of any text (Unicode private use). */
    static final char MATCH_BEGINS = '\uE000';

    static final char MATCH_ENDS = '\uE001';

    private static final int MAX_ATTEMPTS = 3;
    private static final String COLUMNS =
            "id, title, case_code, channel, category, provider, document_id, file_name, media_type, size, added_at, text_state";
    private static final String HEADLINE = "MaxFragments=2, MinWords=10, MaxWords=30, FragmentDelimiter=\" … \","
            + " StartSel=%c, StopSel=%c".formatted(MATCH_BEGINS, MATCH_ENDS);

    private final JdbcClient jdbc;

    LibraryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the case has put this document there before. */
    boolean insert(LibraryEntry entry) {
        return jdbc.sql(
                                "insert into lienket.library_entry (" + COLUMNS
                                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_code, document_id) do nothing")
                        .params(
                                entry.id(),
                                entry.title(),
                                entry.caseCode(),
                                entry.channel(),
                                entry.category(),
                                entry.provider(),
                                entry.documentId(),
                                entry.fileName(),
                                entry.mediaType(),
                                entry.size(),
                                Moments.of(entry.addedAt()),
                                entry.textState().name())
                        .update()
                == 1;
    }

    Optional<LibraryEntry> find(UUID id) {
        return jdbc.sql("select * from lienket.library_entry where id = ?")
                .param(id)
                .query(LibraryStore::entry)
                .optional();
    }

    List<String> categories(List<String> channels) {
        return jdbc.sql("select distinct category from lienket.library_entry where channel = any (?) order by category")
                .param(channels.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Entries of these channels; words of the title weigh more than those of the text, and near each other more than far. */
    @Transactional(readOnly = true)
    LibraryPage search(LibraryQuery query, List<String> channels) {
        String words = words(query.text());
        String where = """
                where channel = any (:channels)
                and (:category::text is null or category = :category)
                and (:channel::text is null or channel = :channel)
                """ + (words.isEmpty() ? "" : "and search @@ :words::tsquery ");
        String rank = words.isEmpty() ? "0" : "ts_rank_cd(search, :words::tsquery, 1)";
        String headline = words.isEmpty()
                ? "null"
                : "ts_headline('lienket.original', body, :words::tsquery, '%s')".formatted(HEADLINE);
        // headlines are dear: only of the page, not of all that is sorted for it
        String page = """
                select e.*, %s as headline from (
                    select *, %s as rank from lienket.library_entry %s
                    order by rank desc, added_at desc, id limit :size offset :offset) e
                order by rank desc, added_at desc, id""".formatted(headline, rank, where);
        List<LibraryHit> items = bound(page, query, channels, words)
                .param("size", query.size())
                .param("offset", (long) query.page() * query.size())
                .query(LibraryStore::hit)
                .list();
        long total = bound("select count(*) from lienket.library_entry " + where, query, channels, words)
                .query(Long.class)
                .single();
        return new LibraryPage(items, query.page(), query.size(), total);
    }

    /** Those whose files wait to be read, the oldest first. */
    List<EntryAdded> waiting() {
        return jdbc.sql(
                        "select id, channel from lienket.library_entry where text_state = 'WAITING' order by added_at, id")
                .query(EntryAdded.class)
                .list();
    }

    /**
     * The entry, if its file waits to be read; noted at once, for a file that several nodes began and none came to the end of, nor to
     * a failure, is given up.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<LibraryEntry> begin(UUID id) {
        jdbc.sql("""
                        update lienket.library_entry set text_state = 'UNREADABLE'
                        where id = ? and text_state = 'WAITING' and attempts >= ?""").params(id, MAX_ATTEMPTS).update();
        return jdbc.sql("""
                        update lienket.library_entry set attempts = attempts + 1
                        where id = ? and text_state = 'WAITING' returning *""").param(id).query(LibraryStore::entry).optional();
    }

    /** Reading failed, but the node lives. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void survived(UUID id) {
        jdbc.sql("update lienket.library_entry set attempts = 0 where id = ?")
                .param(id)
                .update();
    }

    /** Not in the caller's transaction, which a refusal of the database would take away. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void read(UUID id, String text) {
        jdbc.sql(
                        "update lienket.library_entry set text_state = 'READ', body = ? where id = ? and text_state = 'WAITING'")
                .params(text, id)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void unreadable(UUID id) {
        jdbc.sql("update lienket.library_entry set text_state = 'UNREADABLE' where id = ? and text_state = 'WAITING'")
                .param(id)
                .update();
    }

    /** A tsquery, as the column is written, so that one function says what accents and signs are; empty for no words. */
    private String words(String text) {
        return text == null
                ? ""
                : jdbc.sql("select plainto_tsquery('simple', lienket.search_text(?))::text")
                        .param(text)
                        .query(String.class)
                        .single();
    }

    private JdbcClient.StatementSpec bound(String sql, LibraryQuery query, List<String> channels, String words) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("channels", channels.toArray(String[]::new))
                .param("category", query.category())
                .param("channel", query.channel());
        return words.isEmpty() ? statement : statement.param("words", words);
    }

    private static LibraryHit hit(ResultSet row, int number) throws SQLException {
        String headline = row.getString("headline");
        return new LibraryHit(entry(row, number), headline == null ? List.of() : excerpts(headline));
    }

    private static List<LibraryHit.Excerpt> excerpts(String headline) {
        List<LibraryHit.Excerpt> excerpts = new ArrayList<>();
        int at = 0;
        while (at < headline.length()) {
            boolean match = headline.charAt(at) == MATCH_BEGINS;
            int from = match ? at + 1 : at;
            int to = headline.indexOf(match ? MATCH_ENDS : MATCH_BEGINS, from);
            int end = to < 0 ? headline.length() : to;
            excerpts.add(new LibraryHit.Excerpt(headline.substring(from, end), match));
            at = match ? end + 1 : end;
        }
        return excerpts;
    }

    private static LibraryEntry entry(ResultSet row, int number) throws SQLException {
        return new LibraryEntry(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("case_code"),
                row.getString("channel"),
                row.getString("category"),
                row.getString("provider"),
                row.getObject("document_id", UUID.class),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                Moments.in(row, "added_at"),
                TextState.valueOf(row.getString("text_state")));
    }
}
