package vn.lienket.document;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienket.problem.ProblemException;

/** Makes a name that a client sent fit to be shown and saved anywhere. */
final class FileNames {

    static final int MAX_LENGTH = 200;

    private static final String NAMELESS = "tai-lieu";
    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]");
    /** Control characters, direction overrides (they disguise an extension) and what Windows forbids. */
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}<>:\"|?*]");

    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    /** How the sentences begin that do not know the name. */
    private static final Pattern FILE = Pattern.compile("^Tệp( \\(file\\))?");

    private static final Pattern EXTENSION = Pattern.compile("\\.(\\p{Alpha}\\p{Alnum}{1,4})$");

    private FileNames() {}

    /** The name without folders and odd characters, at most {@value #MAX_LENGTH} long, with an extension that fits the type. */
    static String clean(String name, FileType type) {
        String base = printable(name);
        String extension = type.extension();
        Matcher found = EXTENSION.matcher(base);
        if (found.find()) {
            extension = type.hasExtension(found.group(1)) ? found.group(1) : extension;
            base = EDGES.matcher(base.substring(0, found.start())).replaceAll("");
        }
        return shortened(base.isEmpty() ? NAMELESS : base, MAX_LENGTH - extension.length() - 1) + "." + extension;
    }

    /** The same refusal, of the file by its name: whoever sends several knows which one it is. */
    static ProblemException named(ProblemException refused, String name) {
        String shown = printable(name);
        String sentence = FILE.matcher(refused.getMessage())
                .replaceFirst(Matcher.quoteReplacement(
                        shown.isEmpty() ? "Tệp" : "Tệp “%s”".formatted(shortened(shown, MAX_LENGTH))));
        return switch (refused.kind()) {
            case INVALID -> ProblemException.invalid("file", sentence);
            case TOO_LARGE -> ProblemException.tooLarge(sentence);
            default -> refused;
        };
    }

    private static String printable(String name) {
        String base = FOLDERS.matcher(name == null ? "" : name).replaceFirst("");
        base = UNWANTED.matcher(Normalizer.normalize(base, Normalizer.Form.NFC)).replaceAll("");
        return EDGES.matcher(base).replaceAll("");
    }

    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing();
    }
}
