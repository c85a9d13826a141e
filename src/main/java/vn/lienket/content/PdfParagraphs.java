package vn.lienket.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the lines of a PDF together to paragraphs, over the ends of pages too. */
final class PdfParagraphs {

    /** Before each paragraph of a page; no character of any text. */
    static final String START = "\u2029";

    /** Where a line ended within a word, at a hyphen that may be the word's own. */
    static final char PARTED = '\u00AD';

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?iu)[\\s–-]*(?:trang\\s+)?(\\d{1,5})(?:\\s*/\\s*\\d{1,5})?[\\s–-]*");
    private static final Pattern GOES_ON = Pattern.compile("(?s).*[\\p{L}\\p{N},]\\s*");
    private static final Pattern PARTED_WORD = Pattern.compile("(?s)(.*[\\p{L}\\p{N}])[\\u00AD\\u2010-]");

    private PdfParagraphs() {}

    static List<String> of(List<String> pages) {
        List<String> paragraphs = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            boolean first = true;
            for (String text : withoutNumber(pages.get(page), page + 1).split(START)) {
                String paragraph = joined(text);
                if (paragraph.isEmpty()) {
                    continue;
                }
                int last = paragraphs.size() - 1;
                if (first && last >= 0 && goesOn(paragraphs.get(last), paragraph)) {
                    paragraphs.set(last, join(paragraphs.get(last), paragraph));
                } else {
                    paragraphs.add(paragraph);
                }
                first = false;
            }
        }
        return paragraphs;
    }

    /** The page without the line that is nothing but its number, at its head or its foot. */
    private static String withoutNumber(String page, int number) {
        List<String> lines = new ArrayList<>(page.lines().toList());
        lines.removeIf(line -> line.replace(START, "").isBlank());
        if (!lines.isEmpty() && isNumber(lines.get(0), number)) {
            lines.remove(0);
        } else if (!lines.isEmpty() && isNumber(lines.get(lines.size() - 1), number)) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private static boolean isNumber(String line, int number) {
        Matcher found = PAGE_NUMBER.matcher(line.replace(START, ""));
        return found.matches() && Integer.parseInt(found.group(1)) == number;
    }

    private static boolean goesOn(String before, String after) {
        return GOES_ON.matcher(before).matches() && Character.isLowerCase(after.codePointAt(0));
    }

    private static String joined(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce(PdfParagraphs::join)
                .orElse("");
    }

    private static String join(String line, String next) {
        Matcher parted = PARTED_WORD.matcher(line);
        return parted.matches() && Character.isLetterOrDigit(next.codePointAt(0))
                ? parted.group(1) + PARTED + next
                : line + " " + next;
    }
}
