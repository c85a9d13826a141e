package vn.lienket.document;

import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * How a paragraph looks, Nghị định 30/2020/NĐ-CP, phụ lục I; the same as {@code document/official.html} says of its PDF.
 *
 * @param size in points
 * @param indent of the first line in millimetres
 * @param before and {@code after}: space in points
 * @param line distance of lines, of the size
 * @param together whether the next paragraph stays on its page
 */
record WordStyle(
        double size,
        boolean bold,
        boolean italic,
        boolean capitals,
        ParagraphAlignment alignment,
        double indent,
        double before,
        double after,
        double line,
        boolean together) {

    private static final double INDENT = 12.7;
    private static final double BODY_LINE = 1.3;

    private static final WordStyle PARAGRAPH =
            new WordStyle(14, false, false, false, ParagraphAlignment.BOTH, INDENT, 0, 6, BODY_LINE, false);
    private static final WordStyle PLAIN =
            new WordStyle(14, false, false, false, ParagraphAlignment.LEFT, 0, 0, 0, BODY_LINE, false);

    private static final Map<String, WordStyle> BY_CLASS = Map.ofEntries(
            Map.entry("parent", centred(13, false, false, true, 0)),
            Map.entry("body-name", centred(13, true, false, true, 0)),
            Map.entry("country", centred(13, true, false, false, 0)),
            Map.entry("motto", centred(14, true, false, false, 0)),
            Map.entry("number", centred(13, false, false, false, 4)),
            Map.entry("place", centred(14, false, true, false, 8)),
            Map.entry("type", centred(14, true, false, true, 16)),
            Map.entry("about", centred(14, true, false, false, 0)),
            Map.entry("on-behalf", centred(14, true, false, true, 10)),
            Map.entry("title", centred(14, true, false, true, 0)),
            Map.entry("signer", centred(14, false, false, false, 0)),
            Map.entry(
                    "basis",
                    new WordStyle(14, false, true, false, ParagraphAlignment.BOTH, INDENT, 0, 6, BODY_LINE, false)),
            Map.entry(
                    "article",
                    new WordStyle(14, true, false, false, ParagraphAlignment.BOTH, INDENT, 0, 6, BODY_LINE, true)),
            Map.entry(
                    "name", new WordStyle(14, false, false, false, ParagraphAlignment.LEFT, 0, 8, 0, BODY_LINE, true)),
            Map.entry(
                    "recipients",
                    new WordStyle(11, false, false, false, ParagraphAlignment.LEFT, 0, 0, 0, 1.25, false)),
            Map.entry(
                    "recipients label",
                    new WordStyle(12, true, true, false, ParagraphAlignment.LEFT, 0, 12, 0, 1.25, true)));

    private static WordStyle centred(double size, boolean bold, boolean italic, boolean capitals, double before) {
        return new WordStyle(size, bold, italic, capitals, ParagraphAlignment.CENTER, 0, before, 0, 1.2, false);
    }

    /**
     * The style of an element.
     *
     * @param element {@code p}, {@code div} or {@code td}
     * @param around the class of what is around it, or an empty text
     */
    static WordStyle of(String element, String styleClass, String around) {
        WordStyle given = BY_CLASS.getOrDefault((around + " " + styleClass).strip(), BY_CLASS.get(styleClass));
        if (given != null) {
            return given;
        }
        return BY_CLASS.getOrDefault(around, element.equals("p") ? PARAGRAPH : PLAIN);
    }
}
