package vn.lienket.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienket.content.FileText;

/**
 * A word, a number with all its signs such as {@code 30/2020/NĐ-CP}, or punctuation.
 *
 * @param spaced whether a space is before it
 * @param paragraph its position in the text, from 0
 * @param last whether its paragraph ends with it
 */
record Word(String text, boolean spaced, int paragraph, boolean last) {

    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}\u00AD]+(?:[^\\p{L}\\p{M}\\p{N}\\s]+[\\p{L}\\p{M}\\p{N}\u00AD]+)*|[^\\p{L}\\p{M}\\p{N}\\s]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\u00AD]]");
    private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011]");

    /** The words of each paragraph that has any, accented letters as one character. */
    static List<List<Word>> of(List<String> paragraphs) {
        List<List<Word>> words = new ArrayList<>();
        for (String paragraph : paragraphs) {
            List<Word> found = of(paragraph, words.size());
            if (!found.isEmpty()) {
                words.add(found);
            }
        }
        return words;
    }

    private static List<Word> of(String paragraph, int position) {
        String composed = Normalizer.normalize(paragraph, Normalizer.Form.NFC);
        String plain = HYPHENS.matcher(
                        UNSEEN.matcher(SPACES.matcher(composed).replaceAll(" ")).replaceAll(""))
                .replaceAll("-")
                .strip();
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            boolean spaced = word.start() > 0 && plain.charAt(word.start() - 1) == ' ';
            words.add(new Word(word.group(), spaced, position, word.end() == plain.length()));
        }
        return words;
    }

    /** The paragraphs with the words whole that lines had parted, as the other text has them. */
    static List<List<Word>> whole(List<List<Word>> paragraphs, List<List<Word>> other) {
        Set<String> known = new HashSet<>();
        other.forEach(paragraph -> paragraph.forEach(word -> known.add(word.text)));
        return paragraphs.stream()
                .map(words -> words.stream().map(word -> word.whole(known)).toList())
                .toList();
    }

    private Word whole(Set<String> known) {
        int parted = text.indexOf(FileText.PARTED);
        if (parted < 0) {
            return this;
        }
        String sign = String.valueOf(FileText.PARTED);
        String hyphened = text.replace(sign, "-");
        String joined = text.replace(sign, "");
        boolean own = known.contains(hyphened)
                || !known.contains(joined) && !Character.isLowerCase(text.codePointAt(parted + 1));
        return new Word(own ? hyphened : joined, spaced, paragraph, last);
    }
}
