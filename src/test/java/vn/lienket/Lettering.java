package vn.lienket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * How much room a text takes in a drawing, by the metrics of Liberation Sans, which are those of Arial, the font that the viewer of
 * Cockpit asks for.
 */
final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Where there is no Arial a browser takes another font; the widest of the usual ones, DejaVu Sans, is wider by so much. */
    private static final double OTHER_FONTS = 1.18;

    private static final TrueTypeFont METRICS = load();

    private Lettering() {}

    /** The text in lines of at most that width in pixels, as the viewer breaks it; a longer word has a line of its own. */
    static List<String> lines(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = (line + " " + word).strip();
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** In pixels, at that size of the font. */
    static double width(String text, double size) {
        try {
            CmapLookup glyphs = METRICS.getUnicodeCmapLookup();
            int units = 0;
            for (int character : text.codePoints().toArray()) {
                units += METRICS.getAdvanceWidth(glyphs.getGlyphId(character));
            }
            return OTHER_FONTS * size * units / METRICS.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load() {
        try (InputStream font = Lettering.class.getResourceAsStream(FONT)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
