package vn.lienket.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters that official documents are set in: what they lack cannot be printed, and is refused where it is typed. */
public final class Typeface {

    /**
     * A font file on the class path.
     *
     * @param family as style sheets call it
     */
    public record Face(String family, boolean bold, boolean italic, String file) {}

    /** In the order in which a letter is looked for: the one metric-compatible with Times New Roman, then those with more signs. */
    public static final List<Face> FACES = List.of(
            new Face("Liberation Serif", false, false, "liberation/LiberationSerif-Regular.ttf"),
            new Face("Liberation Serif", true, false, "liberation/LiberationSerif-Bold.ttf"),
            new Face("Liberation Serif", false, true, "liberation/LiberationSerif-Italic.ttf"),
            new Face("Liberation Serif", true, true, "liberation/LiberationSerif-BoldItalic.ttf"),
            new Face("DejaVu Serif", false, false, dejaVu("Serif")),
            new Face("DejaVu Serif", true, false, dejaVu("Serif-Bold")),
            new Face("DejaVu Serif", false, true, dejaVu("Serif-Italic")),
            new Face("DejaVu Serif", true, true, dejaVu("Serif-BoldItalic")),
            new Face("DejaVu Sans", false, false, dejaVu("Sans")),
            new Face("DejaVu Sans", true, false, dejaVu("Sans-Bold")),
            new Face("DejaVu Sans", false, true, dejaVu("Sans-Oblique")),
            new Face("DejaVu Sans", true, true, dejaVu("Sans-BoldOblique")));

    private static final Map<Face, CmapLookup> LETTERS = FACES.stream()
            .filter(face -> !face.bold() && !face.italic())
            .collect(Collectors.toMap(Function.identity(), Typeface::letters, (one, other) -> one, LinkedHashMap::new));

    private Typeface() {}

    /** The first letter of a text that cannot be printed, or empty; blanks and joining marks need no picture. */
    static Optional<String> missing(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter)
                        && Character.getType(letter) != Character.FORMAT
                        && LETTERS.values().stream().allMatch(font -> font.getGlyphId(letter) == 0))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** The first upright face that has every letter of some lines, or empty. */
    public static Optional<Face> withAll(String lines) {
        return LETTERS.entrySet().stream()
                .filter(face -> lines.codePoints()
                        .allMatch(letter -> letter == '\n' || face.getValue().getGlyphId(letter) != 0))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The bytes of a font file. */
    public static InputStream open(String file) {
        InputStream found = Typeface.class.getClassLoader().getResourceAsStream(file);
        if (found == null) {
            throw new IllegalStateException("no font " + file);
        }
        return found;
    }

    private static String dejaVu(String face) {
        return "net/sf/jasperreports/fonts/dejavu/DejaVu" + face + ".ttf";
    }

    private static CmapLookup letters(Face face) {
        try (InputStream file = open(face.file());
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
