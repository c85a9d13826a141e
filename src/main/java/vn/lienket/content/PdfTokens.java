package vn.lienket.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one object of a PDF (ISO 32000-2, 7.3) at a time and tells each name and each dictionary in it, whatever it is there for. */
final class PdfTokens {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_LIST = 16;

    /** What stands where nothing does that is kept. */
    private static final Object OTHER = new Object();

    private static final Object CLOSED = new Object();
    /** Of streams, of actions, and of what starts actions. */
    private static final Set<String> KEPT =
            Set.of(("Filter DecodeParms First N Subtype Predictor Columns Colors BitsPerComponent EarlyChange F Ref "
                            + "S URI Base Next OpenAction AA E X D U Fo Bl PO PC PV PI O C K V WC WS DS WP DP")
                    .split(" "));

    private final PdfCharacters input;
    private final Listener listener;
    private boolean torn;

    PdfTokens(ByteBuffer bytes, Listener listener, PdfBudget budget) {
        this.input = new PdfCharacters(bytes, budget);
        this.listener = listener;
    }

    /** Hears of everything of meaning. */
    interface Listener {

        /** @param key the key of the dictionary whose value this is, or null */
        void name(String name, String key);

        /** @param entries those that are kept of a dictionary */
        void dictionary(Map<String, Object> entries);
    }

    /** A name as it stands, for values that are kept. */
    record Name(String text) {}

    /** A string, decoded, for values that are kept. */
    record Text(String text) {}

    /** A reference to another object. */
    record Reference(int number) {}

    int position() {
        return input.position();
    }

    /** Whether the object that was read ended in the middle of a dictionary or an array, where readers go on. */
    boolean torn() {
        return torn;
    }

    /** Reads the dictionary, the array or the name that begins here; null if none does. */
    Object object(int start) {
        input.moveTo(start);
        input.blanks();
        int first = input.peek();
        return first == '<' || first == '[' || first == '/' ? anything(start) : null;
    }

    /** Reads whatever begins here. */
    Object anything(int start) {
        input.moveTo(start);
        torn = false;
        return value(null, 0);
    }

    /** Whether a stream follows; then the position is where its data begins. */
    boolean stream() {
        input.blanks();
        if (!input.isAt("stream")) {
            return false;
        }
        input.moveTo(input.position() + "stream".length());
        if (input.peek() == '\r') {
            input.next();
        }
        if (input.peek() == '\n') {
            input.next();
        }
        return true;
    }

    /** A whole number, or -1 if there is none. */
    int number() {
        return input.number();
    }

    private Object value(String key, int depth) {
        if (depth > MAX_DEPTH) {
            throw Refused.damaged();
        }
        input.blanks();
        int first = input.peek();
        switch (first) {
            case '/':
                Name name = new Name(input.name());
                listener.name(name.text(), key);
                return name;
            case '(':
                return new Text(input.string());
            case '<':
                if (input.peek(1) == '<') {
                    input.next();
                    input.next();
                    return dictionary(depth);
                }
                return new Text(input.hexadecimal());
            case '[':
                input.next();
                return list(key, depth);
            case '>', ']', -1:
                return CLOSED;
            default:
                return word();
        }
    }

    private Map<String, Object> dictionary(int depth) {
        Map<String, Object> entries = new HashMap<>();
        while (!endsHere()) {
            if (input.peek() != '/') {
                // not a key: damage that readers pass over as well
                if (value(null, depth + 1) == CLOSED) {
                    break;
                }
                continue;
            }
            String key = input.name();
            listener.name(key, null);
            if (endsHere()) {
                break;
            }
            Object value = value(key, depth + 1);
            if (value == CLOSED) {
                break;
            }
            value = orReference(value);
            if (KEPT.contains(key)) {
                entries.put(key, value);
            }
        }
        close(">>");
        listener.dictionary(entries);
        return entries;
    }

    private List<Object> list(String key, int depth) {
        List<Object> items = new ArrayList<>();
        while (!endsHere()) {
            Object item = value(key, depth + 1);
            if (item == CLOSED) {
                break;
            }
            if (items.size() < MAX_LIST) {
                items.add(orReference(item));
            }
        }
        close("]");
        return items;
    }

    private void close(String end) {
        if (input.isAt(end)) {
            input.moveTo(input.position() + end.length());
        } else if (input.peek() >= 0) {
            torn = true;
        }
    }

    private boolean endsHere() {
        input.blanks();
        return input.peek() < 0 || isAtWord("endobj") || isAtWord("stream");
    }

    private boolean isAtWord(String word) {
        return input.isAt(word) && !PdfCharacters.regular(input.peek(word.length()));
    }

    /** A number may be the first of a reference such as {@code 12 0 R}, which is then read. */
    private Object orReference(Object value) {
        if (!(value instanceof Integer number)) {
            return value;
        }
        int before = input.position();
        if (input.number() >= 0) {
            input.blanks();
            if (isAtWord("R")) {
                input.next();
                return new Reference(number);
            }
        }
        input.moveTo(before);
        return value;
    }

    private Object word() {
        int start = input.position();
        long number = 0;
        boolean digits = true;
        while (PdfCharacters.regular(input.peek())) {
            int digit = input.next() - '0';
            digits &= digit >= 0 && digit <= 9 && number <= Integer.MAX_VALUE / 10;
            number = digits ? number * 10 + digit : number;
        }
        if (input.position() == start) {
            input.next();
            return OTHER;
        }
        return digits ? (Object) (int) Math.min(number, Integer.MAX_VALUE) : OTHER;
    }
}
