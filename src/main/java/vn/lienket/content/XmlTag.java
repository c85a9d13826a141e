package vn.lienket.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that opens an element, its names without their prefixes.
 *
 * @param prefix of the element, or nothing
 */
record XmlTag(String prefix, String name, Map<String, String> attributes) {

    /** What tells where something leads or runs: of two that differ in their prefix only, one is there to be overlooked. */
    private static final Set<String> ONCE =
            Set.of("Type", "Target", "TargetMode", "ContentType", "instr", "fldCharType", "macro");

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#x(\\p{XDigit}{1,6})|#(\\d{1,7})|(amp|lt|gt|quot|apos));");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    /**
     * @param tag what stands between the brackets
     * @param named hears of every name as it is written, and of the namespace that it stands for if it does for one
     */
    static XmlTag of(byte[] tag, BiConsumer<String, String> named) {
        int end = endOfName(tag, 0);
        String whole = utf8(tag, 0, end);
        named.accept(whole, null);
        Map<String, String> attributes = attributes(tag, end, named);
        int colon = whole.lastIndexOf(':');
        return new XmlTag(whole.substring(0, Math.max(colon, 0)), whole.substring(colon + 1), attributes);
    }

    /** Of a tag that closes an element. */
    static String closing(byte[] tag) {
        String whole = utf8(tag, 1, endOfName(tag, 1));
        return whole.substring(whole.lastIndexOf(':') + 1);
    }

    /** Text without its references to characters. */
    static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group(3))));
    }

    static boolean blank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    private static Map<String, String> attributes(byte[] tag, int from, BiConsumer<String, String> named) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int at = from;
        while (at < tag.length) {
            while (at < tag.length && (blank(tag[at]) || tag[at] == '/')) {
                at++;
            }
            int start = at;
            while (at < tag.length && tag[at] != '=' && !blank(tag[at])) {
                at++;
            }
            int end = at;
            while (at < tag.length && tag[at] != '"' && tag[at] != '\'') {
                at++;
            }
            int close = at + 1;
            while (close < tag.length && tag[close] != tag[at]) {
                close++;
            }
            if (close >= tag.length) {
                break;
            }
            attribute(utf8(tag, start, end), decoded(utf8(tag, at + 1, close)), attributes, named);
            at = close + 1;
        }
        return attributes;
    }

    private static void attribute(
            String name, String value, Map<String, String> attributes, BiConsumer<String, String> named) {
        boolean namespace = name.startsWith("xmlns");
        named.accept(name, namespace ? value : null);
        String local = name.substring(name.lastIndexOf(':') + 1);
        if (!namespace && attributes.put(local, value) != null && ONCE.contains(local)) {
            throw Refused.damaged();
        }
    }

    private static int endOfName(byte[] tag, int start) {
        int end = start;
        while (end < tag.length && !blank(tag[end]) && tag[end] != '/') {
            end++;
        }
        return end;
    }

    private static String utf8(byte[] tag, int start, int end) {
        return new String(tag, start, end - start, StandardCharsets.UTF_8);
    }

    private static String character(String hexadecimal, String decimal, String entity) {
        if (entity != null) {
            return ENTITIES.get(entity);
        }
        int code = hexadecimal == null ? Integer.parseInt(decimal) : Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
