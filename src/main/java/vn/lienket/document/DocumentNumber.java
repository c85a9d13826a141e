package vn.lienket.document;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienket.problem.ProblemException;

/**
 * Number and sign of a document, {@code 05/BTT-STTTT}: sequence of the year (below 10 with a leading zero), type, issuing body.
 * Source: Nghị định 30/2020/NĐ-CP.
 */
public record DocumentNumber(int sequence, String type, String body) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{2,6})/(\\p{Lu}{2,5})-((?=.*\\p{Lu})[\\p{Lu}\\d.&-]{2,30})");

    /**
     * Reads what a clerk wrote; refuses another form or another document type.
     *
     * @param type e.g. {@code BTT}
     * @param name of the type, e.g. "thỏa thuận"
     */
    public static DocumentNumber parse(String text, String type, String name) {
        Matcher number = FORM.matcher(text == null ? "" : text.strip());
        if (!number.matches() || Integer.parseInt(number.group(1)) == 0) {
            throw ProblemException.invalid(
                    "documentNumber", "Số, ký hiệu văn bản phải có dạng 05/%s-STTTT.".formatted(type));
        }
        if (!number.group(2).equals(type)) {
            throw ProblemException.invalid(
                    "documentNumber", "Số, ký hiệu văn bản phải mang loại %s (%s).".formatted(type, name));
        }
        return new DocumentNumber(Integer.parseInt(number.group(1)), number.group(2), number.group(3));
    }

    /**
     * The number under which a document is entered: one that was proposed and left as it is gives way to the next free one of the
     * document's year; one that the clerk has chosen is refused if it is taken.
     *
     * @param on the date of the document
     * @param free whether nothing has this number in that year
     * @param proposed whether the form had proposed it
     * @param next gives the next free one
     */
    public DocumentNumber entered(
            LocalDate on, LocalDate today, boolean free, boolean proposed, Supplier<DocumentNumber> next) {
        if (!free && !proposed) {
            throw taken(on);
        }
        return !proposed || free && on.getYear() == today.getYear() ? this : next.get();
    }

    /** The refusal of a number that another document has. */
    public ProblemException taken(LocalDate on) {
        return ProblemException.invalid(
                "documentNumber", "Số %s đã được cấp trong năm %d, hãy dùng số khác.".formatted(this, on.getYear()));
    }

    @Override
    public String toString() {
        return "%02d/%s-%s".formatted(sequence, type, body);
    }
}
