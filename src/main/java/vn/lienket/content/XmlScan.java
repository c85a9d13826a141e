package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
    private static final int MAX_TEXT = 1 << 12;
    private static final int[] MARK = {0xef, 0xbb, 0xbf};
    /** How XML begins in UTF-16: with its mark, or with a tag. */
    private static final Set<Integer> UTF_16 = Set.of(0xfeff, 0xfffe, 0x003c, 0x3c00);

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern LIKE_ASCII = Pattern.compile("(?i)utf-?8|(us-)?ascii|iso-8859-1|windows-125\\d");
    /** The longest reference to a character. */
    private static final int MAX_REFERENCE = 12;

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
    private final XmlNames names = new XmlNames();
    private State state = State.START;
    private int first;
    private int quote;
    private int before;
    private int last;
    private int aside;
    private int reference;
    private boolean entered;
    private int depth;

    /** @param mustBeXml whether anything else than XML is refused; otherwise it passes unread */
    XmlScan(Handler handler, boolean mustBeXml) {
        this.handler = handler;
        this.mustBeXml = mustBeXml;
    }

    /** Hears of the elements and of their text. */
    interface Handler {

        void start(XmlTag tag, XmlNames names);

        void end(String name);

        /** Whether text is wanted where we are. */
        boolean wantsText();

        /** A piece of text; it comes in pieces of a few thousand characters. */
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
        } else if (!XmlTag.blank(character) && !(size <= MARK.length && character == MARK[size - 1])) {
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
        } else if (handler.wantsText()) {
            if (held.size() >= MAX_TEXT && beginsCharacter(character) || held.size() >= 2 * MAX_TEXT) {
                flushText();
            }
            reference = character == '&' ? MAX_REFERENCE : character == ';' ? 0 : reference - 1;
            held.write(character);
        }
    }

    /** Whether neither a character of several bytes nor a reference goes on with it. */
    private boolean beginsCharacter(int character) {
        return (character & 0xc0) != 0x80 && reference <= 0;
    }

    private void flushText() {
        if (state == State.TEXT && held.size() > 0) {
            handler.text(XmlTag.decoded(held.toString(StandardCharsets.UTF_8)));
        }
        held.reset();
        reference = 0;
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
        boolean wanted = handler.wantsText();
        if (wanted && held.size() >= MAX_TEXT && (character & 0xc0) != 0x80 && character != ']' && character != '>') {
            handler.text(held.toString(StandardCharsets.UTF_8));
            held.reset();
        }
        if (wanted) {
            held.write(character);
        }
        if (over && held.size() > 2) {
            handler.text(held.toString(StandardCharsets.UTF_8).replace("]]>", ""));
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
        if (tag.length > 0 && tag[0] == '/') {
            depth--;
            handler.end(XmlTag.closing(tag));
            return;
        }
        if (++depth > MAX_DEPTH) {
            throw Refused.damaged();
        }
        XmlTag read = XmlTag.of(tag, names::add);
        handler.start(read, names);
        if (tag.length > 0 && tag[tag.length - 1] == '/') {
            depth--;
            handler.end(read.name());
        }
    }
}
