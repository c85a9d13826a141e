package vn.lienket.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one policy of all passwords that people set: long enough, not on a list of breached ones, no repetition, sequence or run over
 * the keyboard, and nothing in it that anybody knows of its owner. Says in Vietnamese what is wrong.
 */
public final class PasswordPolicy {

    /** The least number of characters. */
    public static final int SHORTEST = 12;

    /** The greatest number of characters: more would only cost time. */
    public static final int LONGEST = 128;

    private static final String PRODUCT = "lienket";
    /** Fewer letters than this in a row, such as those of an initial, are in many passwords by chance. */
    private static final int TELLING = 3;

    /** Above 10⁸ guesses: what an estimator of known patterns needs; see zxcvbn's scale of 0 to 4. */
    private static final int GOOD_SCORE = 3;
    /** The estimate of the longest passwords would take a second, and they do not become weaker by their end. */
    private static final int ESTIMATED = 64;

    private static final List<String> KNOWN_WORDS = List.of(
            PRODUCT,
            "matkhau",
            "mật khẩu",
            "dangnhap",
            "đăng nhập",
            "quantri",
            "quản trị",
            "vietnam",
            "việt nam",
            "xinchao",
            "anhyeuem",
            "binhduong",
            "tayninh",
            "hochiminh",
            "hanoi",
            "saigon",
            "qtsc",
            "chuyendoiso",
            "admin");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private PasswordPolicy() {}

    /** What a password may be: one rule each. */
    public enum Rule {
        LENGTH(
                "Mật khẩu phải có ít nhất %d ký tự.".formatted(SHORTEST),
                candidate -> codePoints(candidate.password()) >= SHORTEST),
        LIMIT(
                "Mật khẩu không được quá %d ký tự.".formatted(LONGEST),
                candidate -> codePoints(candidate.password()) <= LONGEST),
        USER_NAME("Mật khẩu không được chứa tên đăng nhập.", candidate -> !candidate.contains(candidate.userId())),
        NAME("Mật khẩu không được chứa họ tên.", candidate -> !candidate.contains(candidate.name())),
        PRODUCT_NAME("Mật khẩu không được chứa tên phần mềm.", candidate -> !candidate.contains(PRODUCT)),
        GUESSABLE(
                "Mật khẩu này dễ đoán: thuộc loại đã lộ hoặc hay dùng, lặp lại, hoặc theo thứ tự trên bàn phím.",
                candidate -> !candidate.guessable());

        private final String sentence;
        private final Predicate<Candidate> keptBy;

        Rule(String sentence, Predicate<Candidate> keptBy) {
            this.sentence = sentence;
            this.keptBy = keptBy;
        }

        /** What is wrong with a password that breaks this rule. */
        public String sentence() {
            return sentence;
        }

        /** Whether the password keeps this rule; the owner's user id and name may be null if they are not known. */
        public boolean keptBy(String password, String userId, String name) {
            return keptBy.test(new Candidate(password, userId, name));
        }
    }

    /** One Vietnamese sentence for each rule that is broken; empty if the password will do. User id and name may be null. */
    public static List<String> problems(String password, String userId, String name) {
        return Arrays.stream(Rule.values())
                .filter(rule -> !rule.keptBy(password, userId, name))
                .map(Rule::sentence)
                .toList();
    }

    private record Candidate(String password, String userId, String name) {

        boolean contains(String known) {
            if (known == null) {
                return false;
            }
            String letters = letters(known);
            return letters.length() >= TELLING && letters(password).contains(letters);
        }

        boolean guessable() {
            if (codePoints(password) < SHORTEST) {
                return false; // that it is short has been said
            }
            String estimated = password.substring(0, Math.min(ESTIMATED, password.length()));
            List<String> known = new ArrayList<>(KNOWN_WORDS);
            Stream.of(userId, name)
                    .filter(word -> word != null && !word.isBlank())
                    .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(NO_LETTERS_OR_DIGITS.split(word))))
                    .flatMap(word -> Stream.of(word, letters(word)))
                    .filter(word -> word.length() >= TELLING)
                    .forEach(known::add);
            return Stream.of(estimated, MARKS.matcher(decomposed(estimated)).replaceAll(""))
                    .anyMatch(written -> ESTIMATOR.measure(written, known).getScore() < GOOD_SCORE);
        }
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without tone marks, case, blanks and dots, as people write a name into a password. */
    private static String letters(String text) {
        return NO_LETTERS_OR_DIGITS
                .matcher(MARKS.matcher(decomposed(text)).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replace('đ', 'd').replace('Đ', 'D');
    }
}
