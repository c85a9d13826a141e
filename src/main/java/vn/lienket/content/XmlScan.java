package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the tags of XML as it comes by, in constant memory. What would fill the memory of the parsers that read it later is refused:
 * a document type, endless tags, comments or sections, depth, ever new names. So is an encoding in which a tag does not look like
 * one, for they would see what is not seen here.
 */
final class XmlScan {

    private static final int MAX_TAG = 4 << 20;
    private static final int MAX_ASIDE = 1 << 20;
    private static final int MAX_DEPTH = 512;
    private static final int MAX_NAMES = 5_000;
    private static final int MAX_TEXT = 1 << 12;
    private static final int[] MARK = {0xef, 0xbb, 0xbf};
    /** How XML begins in UTF-16: with its mark, or with a tag. */
    private static final Set<Integer> UTF_16 = Set.of(0xfeff, 0xfffe, 0x003c, 0x3c00);

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern LIKE_ASCII = Pattern.compile("(?i)utf-?8|(us-)?ascii|iso-8859-1|windows-125\\d");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#x(\\p{XDigit}{1,6})|#(\\d{1,7})|(amp|lt|gt|quot|apos));");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private enum State {
        START,
        OTHER,
        TEXT,
        TAG,
        COMMENT,
        SECTION,
        INSTRUCTION
    }

    private final Handler handler;
    private final boolean mustBeXml;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Set<Integer> names = new HashSet<>();
    private State state = State.START;
    private int first;
    private int quote;
    private int before;
    private int last;
    private int aside;
    private boolean entered;
    private int depth;

    /** @param mustBeXml whether anything else than XML is refused; otherwise it passes unread */
    XmlScan(Handler handler, boolean mustBeXml) {
        this.handler = handler;
        this.mustBeXml = mustBeXml;
    }

    /** Names are told without their prefix. */
    interface Handler {

        void start(String name, Map<String, String> attributes);

        void end(String name);

        /** Whether text is wanted where we are. */
        boolean wantsText();

        /** A piece of text, not more than a few thousand characters of it. */
        void text(String text);
    }

    void write(byte[] bytes, int length) {
        for (int index = 0; index < length && state != State.OTHER; index++) {
            take(bytes[index] & 0xff);
        }
    }

    void end() {
        flushText();
        if (state == State.START && held.size() > 0 && mustBeXml) {
            throw Refused.damaged();
        }
    }

    private void take(int character) {
        switch (state) {
            case START -> begin(character);
            case TEXT -> text(character);
            case TAG -> tag(character);
            case COMMENT -> aside(character, before == '-' && last == '-' && character == '>');
            case SECTION -> section(character);
            case INSTRUCTION -> instruction(character);
            default -> {}
        }
        before = last;
        // what opens a comment is no part of what closes it
        last = entered ? 0 : character;
        entered = false;
    }

    /** A byte order mark of UTF-8 and spaces may come before the first tag. */
    private void begin(int character) {
        held.write(character);
        int size = held.size();
        if (size == 2 && UTF_16.contains(last << 8 | character)) {
            throw Refused.damaged();
        }
        if (character == '<') {
            held.reset();
            state = State.TAG;
        } else if (size == 1 && UTF_16.stream().anyMatch(start -> start >> 8 == character)) {
            // the next one tells
            return;
        } else if (!blank(character) && !(size <= MARK.length && character == MARK[size - 1])) {
            passUnread();
        } else if (size > MAX_TEXT) {
            throw Refused.damaged();
        }
    }

    private void passUnread() {
        if (mustBeXml) {
            throw Refused.damaged();
        }
        state = State.OTHER;
    }

    private void text(int character) {
        if (character == '<') {
            flushText();
            state = State.TAG;
        } else if (handler.wantsText() && held.size() < MAX_TEXT) {
            held.write(character);
        }
    }

    private void flushText() {
        if (state == State.TEXT && held.size() > 0) {
            handler.text(decoded(held.toString(StandardCharsets.UTF_8)));
        }
        held.reset();
    }

    private void tag(int character) {
        if (quote == 0 && character == '>') {
            byte[] tag = held.toByteArray();
            held.reset();
            state = State.TEXT;
            tag(tag);
            return;
        }
        if (quote != 0 && character == quote) {
            quote = 0;
        } else if (quote == 0 && (character == '"' || character == '\'')) {
            quote = character;
        }
        held.write(character);
        if (held.size() > MAX_TAG || character == 0) {
            throw Refused.damaged();
        }
        first = held.size() == 1 ? character : first;
        if ((first == '!' || first == '?') && held.size() <= "![CDATA[".length()) {
            special(held.toString(StandardCharsets.ISO_8859_1));
        }
    }

    private void special(String start) {
        if (start.equals("?")) {
            enter(State.INSTRUCTION);
        } else if (start.equals("!--")) {
            enter(State.COMMENT);
        } else if (start.equals("![CDATA[")) {
            enter(State.SECTION);
        } else if (start.startsWith("!") && !"!--".startsWith(start) && !"![CDATA[".startsWith(start)) {
            throw Refused.because("có phần XML khai báo DOCTYPE");
        }
    }

    private void enter(State next) {
        held.reset();
        aside = 0;
        quote = 0;
        entered = true;
        state = next;
    }

    private void aside(int character, boolean over) {
        if (++aside > MAX_ASIDE) {
            throw Refused.damaged();
        }
        if (over) {
            held.reset();
            state = State.TEXT;
        }
    }

    private void section(int character) {
        boolean over = before == ']' && last == ']' && character == '>';
        if (handler.wantsText() && held.size() < MAX_TEXT) {
            held.write(character);
        }
        if (over && held.size() > 2) {
            String text = held.toString(StandardCharsets.UTF_8);
            handler.text(text.replace("]]>", ""));
        }
        aside(character, over);
    }

    private void instruction(int character) {
        boolean over = last == '?' && character == '>';
        if (held.size() < MAX_TEXT) {
            held.write(character);
        }
        if (over) {
            Matcher encoding = ENCODING.matcher(held.toString(StandardCharsets.ISO_8859_1));
            if (encoding.find() && !LIKE_ASCII.matcher(encoding.group(1)).matches()) {
                throw Refused.damaged();
            }
        }
        aside(character, over);
    }

    private void tag(byte[] tag) {
        boolean closing = tag.length > 0 && tag[0] == '/';
        boolean empty = tag.length > 0 && tag[tag.length - 1] == '/';
        int end = closing ? 1 : 0;
        while (end < tag.length && !blank(tag[end]) && tag[end] != '/') {
            end++;
        }
        String name = local(tag, closing ? 1 : 0, end);
        if (closing) {
            depth--;
            handler.end(name);
            return;
        }
        seen(tag, 0, end);
        if (++depth > MAX_DEPTH) {
            throw Refused.damaged();
        }
        handler.start(name, attributes(tag, end));
        if (empty) {
            depth--;
            handler.end(name);
        }
    }

    private Map<String, String> attributes(byte[] tag, int from) {
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
            int value = at + 1;
            int close = value;
            while (close < tag.length && tag[close] != tag[at]) {
                close++;
            }
            if (close >= tag.length) {
                break;
            }
            String name = local(tag, start, end);
            boolean namespace =
                    new String(tag, start, Math.min(5, end - start), StandardCharsets.US_ASCII).equals("xmlns");
            seen(tag, start, namespace ? close : end);
            if (!namespace) {
                attributes.put(name, decoded(new String(tag, value, close - value, StandardCharsets.UTF_8)));
            }
            at = close + 1;
        }
        return attributes;
    }

    private void seen(byte[] tag, int start, int end) {
        int hash = 1;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + tag[at];
        }
        if (names.add(hash) && names.size() > MAX_NAMES) {
            throw Refused.damaged();
        }
    }

    private static String local(byte[] tag, int start, int end) {
        int from = start;
        for (int at = start; at < end; at++) {
            from = tag[at] == ':' ? at + 1 : from;
        }
        return new String(tag, from, end - from, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group(3))));
    }

    private static String character(String hexadecimal, String decimal, String entity) {
        if (entity != null) {
            return ENTITIES.get(entity);
        }
        int code = hexadecimal == null ? Integer.parseInt(decimal) : Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    private static boolean blank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
