package vn.lienket.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Blots the data of a contact out of texts in which somebody has written it. */
public final class Redaction {

    /** What stands where something was. */
    public static final String MARK = "(đã xóa)";

    private static final String SIGNS = "[\\s.()-]*";

    private final Pattern pattern;

    private Redaction(Pattern pattern) {
        this.pattern = pattern;
    }

    static Redaction of(Contact contact) {
        List<String> sought = new ArrayList<>();
        contact.emails().forEach(email -> sought.add(email(email)));
        contact.phones().forEach(phone -> sought.add(phone(phone)));
        // a single word such as "Hoa" means too much else
        contact.names().stream()
                .filter(name -> name.strip().contains(" "))
                .forEach(name -> sought.add("(?<![\\p{L}\\p{N}])" + literal(name) + "(?![\\p{L}\\p{N}])"));
        return new Redaction(
                sought.isEmpty()
                        ? null
                        : Pattern.compile(String.join("|", sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Whether there is something to blot out. */
    public boolean touches(String text) {
        return pattern != null && text != null && pattern.matcher(text).find();
    }

    /** The text without it; null stays null. */
    public String applyTo(String text) {
        return touches(text) ? pattern.matcher(text).replaceAll(MARK) : text;
    }

    /** The same for a stored file or value: a text in UTF-8, or bytes of which the length must stay. */
    public byte[] applyTo(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return touches(text) ? applyTo(text).getBytes(StandardCharsets.UTF_8) : bytes;
        } catch (CharacterCodingException binary) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return touches(text)
                    ? pattern.matcher(text).replaceAll(Redaction::stars).getBytes(StandardCharsets.ISO_8859_1)
                    : bytes;
        }
    }

    private static String stars(MatchResult match) {
        return "*".repeat(match.group().length());
    }

    private static String email(String email) {
        return "(?<![A-Za-z0-9._%+'-])" + literal(email.strip()) + "(?![A-Za-z0-9-]|\\.[A-Za-z0-9])";
    }

    /** Whatever signs are between the digits, and with +84 for the first 0. */
    private static String phone(String phone) {
        String digits = phone.replaceAll("\\D", "");
        String significant = digits.startsWith("84") && phone.strip().startsWith("+")
                ? digits.substring(2)
                : digits.replaceFirst("^0", "");
        return "(?<!\\d)(?:(?:\\+|00)?84" + SIGNS + "0?|0)" + SIGNS
                + significant.chars().mapToObj(Character::toString).collect(Collectors.joining(SIGNS))
                + "(?!\\d)";
    }

    /** As it is written, and as it is written in HTML. */
    private static String literal(String text) {
        String escaped = HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
        return text.equals(escaped)
                ? Pattern.quote(text)
                : "(?:" + Pattern.quote(text) + "|" + Pattern.quote(escaped) + ")";
    }
}
