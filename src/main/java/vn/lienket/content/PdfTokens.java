package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one object of a PDF (ISO 32000-2, 7.3) at a time and tells each name in it, whatever it is there for. */
final class PdfTokens {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_LIST = 16;
    /** The longest name of any meaning is far below this. */
    private static final int MAX_NAME = 128;

    /** What stands where no name or number does. */
    private static final Object OTHER = new Object();

    private static final Object CLOSED = new Object();
    private static final Set<String> KEPT = Set.of(
            "Filter",
            "DecodeParms",
            "First",
            "N",
            "Subtype",
            "Predictor",
            "Columns",
            "Colors",
            "BitsPerComponent",
            "EarlyChange");

    private final ByteBuffer bytes;
    private final Names names;
    private final PdfBudget budget;
    private int position;

    PdfTokens(ByteBuffer bytes, Names names, PdfBudget budget) {
        this.bytes = bytes;
        this.names = names;
        this.budget = budget;
    }

    /** Hears of every name. */
    @FunctionalInterface
    interface Names {

        /** @param key the key of the dictionary whose value this is, or null */
        void name(String name, String key);
    }

    /** A name as it stands, for values that are kept. */
    record Name(String text) {}

    /** A reference to another object, which is not followed. */
    record Reference() {}

    int position() {
        return position;
    }

    /** Reads the object that begins here: of a dictionary the entries that matter for its stream, else null. */
    Map<String, Object> object(int start) {
        position = start;
        blanks();
        int first = peek();
        if (first != '<' && first != '[' && first != '/') {
            return null;
        }
        Object value = value(null, 0);
        return value instanceof Map<?, ?> map ? checked(map) : null;
    }

    /** Whether a stream follows; then the position is where its data begins. */
    boolean stream() {
        blanks();
        if (!isAt("stream")) {
            return false;
        }
        position += "stream".length();
        if (peek() == '\r') {
            position++;
        }
        if (peek() == '\n') {
            position++;
        }
        return true;
    }

    /** A whole number, or -1 if there is none. */
    int number() {
        blanks();
        long number = 0;
        int start = position;
        while (peek() >= '0' && peek() <= '9' && position - start < 10) {
            number = number * 10 + next() - '0';
        }
        return position == start || number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    private Object value(String key, int depth) {
        if (depth > MAX_DEPTH) {
            throw Refused.damaged();
        }
        blanks();
        int first = peek();
        switch (first) {
            case '/':
                Name name = new Name(name());
                names.name(name.text(), key);
                return name;
            case '(':
                skipString();
                return OTHER;
            case '<':
                if (peek(1) == '<') {
                    position += 2;
                    return dictionary(depth);
                }
                skipHexadecimal();
                return OTHER;
            case '[':
                position++;
                return list(key, depth);
            case '>':
                position += peek(1) == '>' ? 2 : 1;
                return CLOSED;
            case ']', -1:
                position += first < 0 ? 0 : 1;
                return CLOSED;
            default:
                return word();
        }
    }

    private Map<String, Object> dictionary(int depth) {
        Map<String, Object> entries = new HashMap<>();
        while (true) {
            blanks();
            if (peek() != '/') {
                // not a key: the end, or damage that readers pass over as well
                if (endsHere() || value(null, depth + 1) == CLOSED) {
                    return entries;
                }
                continue;
            }
            String key = name();
            names.name(key, null);
            blanks();
            if (endsHere()) {
                return entries;
            }
            Object value = value(key, depth + 1);
            if (value == CLOSED) {
                return entries;
            }
            if (value instanceof Integer && reference()) {
                value = new Reference();
            }
            if (KEPT.contains(key)) {
                entries.put(key, value);
            }
        }
    }

    private List<Object> list(String key, int depth) {
        List<Object> items = new ArrayList<>();
        while (!endsHere()) {
            Object item = value(key, depth + 1);
            if (item == CLOSED) {
                break;
            }
            if (items.size() < MAX_LIST) {
                items.add(item);
            }
        }
        return items;
    }

    private boolean endsHere() {
        blanks();
        return peek() < 0 || isAt("endobj") || isAt("stream");
    }

    /** Behind a number: whether it is the first of a reference such as {@code 12 0 R}, which is then read. */
    private boolean reference() {
        int before = position;
        if (number() >= 0) {
            blanks();
            if (peek() == 'R') {
                position++;
                return true;
            }
        }
        position = before;
        return false;
    }

    private String name() {
        position++;
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        while (regular(peek())) {
            int character = next();
            if (character == '#' && digit(peek()) >= 0 && digit(peek(1)) >= 0) {
                character = digit(next()) << 4 | digit(next());
            }
            if (name.size() < MAX_NAME) {
                name.write(character);
            }
        }
        return name.toString(StandardCharsets.ISO_8859_1);
    }

    private void skipString() {
        int open = 0;
        do {
            int character = next();
            if (character == '\\') {
                next();
            } else if (character == '(') {
                open++;
            } else if (character == ')') {
                open--;
            }
        } while (open > 0 && peek() >= 0);
    }

    private void skipHexadecimal() {
        while (peek() >= 0 && next() != '>') {
            // on to its end
        }
    }

    private Object word() {
        int start = position;
        while (regular(peek())) {
            next();
        }
        if (position == start) {
            next();
            return OTHER;
        }
        long number = 0;
        for (int at = start; at < position; at++) {
            int digit = bytes.get(at) - '0';
            if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE / 10) {
                return OTHER;
            }
            number = number * 10 + digit;
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private void blanks() {
        while (true) {
            int character = peek();
            if (character == '%') {
                while (peek() >= 0 && peek() != '\r' && peek() != '\n') {
                    next();
                }
            } else if (character >= 0 && blank(character)) {
                next();
            } else {
                return;
            }
        }
    }

    private boolean isAt(String word) {
        for (int index = 0; index < word.length(); index++) {
            if (peek(index) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private int next() {
        budget.read(1);
        return position < bytes.limit() ? bytes.get(position++) & 0xff : -1;
    }

    private int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return position + ahead < bytes.limit() ? bytes.get(position + ahead) & 0xff : -1;
    }

    private static boolean blank(int character) {
        return character == 0
                || character == '\t'
                || character == '\n'
                || character == '\f'
                || character == '\r'
                || character == ' ';
    }

    private static boolean regular(int character) {
        return character >= 0 && !blank(character) && "()<>[]{}/%".indexOf(character) < 0;
    }

    private static int digit(int character) {
        return character < 0 ? -1 : Character.digit(character, 16);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> checked(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
