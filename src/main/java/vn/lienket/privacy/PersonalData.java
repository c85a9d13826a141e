package vn.lienket.privacy;

import java.util.List;
import java.util.stream.Stream;

/**
 * The list of personal data: what the product keeps of people, why and how long ({@code reference/personal-data.yaml}).
 *
 * @param harmless columns whose names sound like a person and are none
 * @param elsewhere what is kept outside of the database
 */
public record PersonalData(
        List<Ground> grounds, List<Category> data, List<Harmless> harmless, List<Elsewhere> elsewhere) {

    /** How sure the product is of what it cites. */
    public enum Certainty {
        W("đã đọc trên trang web"),
        S("bản chép thứ cấp"),
        R("nhớ lại, chưa kiểm chứng");

        private final String label;

        Certainty(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** A law or decree, and what is taken from it. */
    public record Ground(String id, String name, String says, Certainty certainty) {}

    /** A column by its table, which has its schema before it unless it is the engine's. */
    public record Column(String table, String name) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /**
     * One kind of data.
     *
     * @param kept how long
     * @param ends how it is erased, or why it is not
     */
    public record Category(
            String id,
            String name,
            String whose,
            String what,
            String why,
            List<Ground> grounds,
            String kept,
            String ends,
            List<Column> columns) {}

    /** Columns that hold no personal data, with the reason. */
    public record Harmless(String why, List<Column> columns) {}

    /** A place outside of the database. */
    public record Elsewhere(String name, String what) {}

    /** Every column that the list speaks of. */
    public Stream<Column> columns() {
        return Stream.concat(
                data.stream().flatMap(category -> category.columns().stream()),
                harmless.stream().flatMap(group -> group.columns().stream()));
    }
}
