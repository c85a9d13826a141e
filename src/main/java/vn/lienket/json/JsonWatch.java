package vn.lienket.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.async.NonBlockingJsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Looks at a JSON body while somebody reads it, so none is kept. It refuses what no field may hold, whoever reads it: syntax errors,
 * a key given twice, text behind the end, letters that cannot be stored or printed. What else is refused is its rules' to say.
 */
public final class JsonWatch {

    private static final JsonFactory JSON = new JsonFactory();

    /** An object or an array that has begun. */
    private static final class Level {

        private final String name;
        private final boolean array;
        private final Set<String> names = new HashSet<>();
        private String field = "";
        private int entries;

        private Level(String name, boolean array) {
            this.name = name;
            this.array = array;
        }
    }

    private final NonBlockingJsonParser parser;
    private final List<JsonRule> rules;
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean ended;

    /** For one body. */
    public JsonWatch(List<JsonRule> rules) {
        this.rules = List.copyOf(rules);
        try {
            parser = (NonBlockingJsonParser) JSON.createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Looks at JSON that stands, as a text, in a field of another body.
     *
     * @param field which field that is
     * @throws ProblemException 400 for that field
     */
    public static void check(String field, String json) {
        JsonWatch watch = new JsonWatch(List.of());
        try {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            watch.feed(bytes, 0, bytes.length);
            watch.parser.getNonBlockingInputFeeder().endOfInput();
            watch.lookAtAll();
        } catch (IOException malformed) {
            throw ProblemException.invalid(field, Sentences.NOT_JSON.formatted(field));
        } catch (ProblemException problem) {
            throw ProblemException.invalid(field, "Trường %s: %s".formatted(field, problem.getMessage()));
        }
    }

    /**
     * Looks at the next bytes.
     *
     * @throws ProblemException 400 that names the field
     */
    public void feed(byte[] bytes, int offset, int length) {
        try {
            parser.getNonBlockingInputFeeder().feedInput(bytes, offset, offset + length);
            lookAtAll();
        } catch (IOException malformed) {
            throw ProblemException.invalid("body", "Không đọc được nội dung yêu cầu: dữ liệu JSON sai cú pháp.");
        }
    }

    private void lookAtAll() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            look(token);
            token = parser.nextToken();
        }
    }

    private void look(JsonToken token) throws IOException {
        if (ended) {
            throw ProblemException.invalid("body", "Nội dung yêu cầu còn dữ liệu sau phần JSON.");
        }
        if (token.isStructEnd()) {
            levels.pop();
        } else if (token == JsonToken.FIELD_NAME) {
            begin(parser.currentName());
        } else if (inArray()) {
            levels.peek().entries++;
        }
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            requireLetters(parser.getText());
        }
        for (JsonRule rule : rules) {
            rule.look(token, this);
        }
        if (token.isStructStart()) {
            levels.push(new Level(inArray() ? "" : field(), token == JsonToken.START_ARRAY));
        }
        ended = levels.isEmpty();
    }

    private void begin(String field) {
        Level object = levels.peek();
        object.field = field;
        if (!object.names.add(field)) {
            throw ProblemException.invalid(field, "Trường %s được gửi hai lần.".formatted(field));
        }
    }

    private void requireLetters(String text) {
        if (Answers.unprintable(text)) {
            String name = Answers.unprintable(subject()) ? "?" : subject();
            throw ProblemException.invalid(name, "Trường %s: có ký tự không hợp lệ.".formatted(name));
        }
    }

    /** Whether the token stands in an array. */
    public boolean inArray() {
        return !levels.isEmpty() && levels.peek().array;
    }

    /** How many objects and arrays are around the token. */
    public int depth() {
        return levels.size();
    }

    /** The name of the field that the token is, or whose value it is; "" in an array and outside of all. */
    public String field() {
        return levels.isEmpty() ? "" : levels.peek().field;
    }

    /** Which entry of the array around it the token is, from 1. */
    public int entry() {
        return levels.isEmpty() ? 0 : levels.peek().entries;
    }

    /**
     * The name of an object or an array around the token, which is that of its field; "" for an entry of an array and for the body
     * itself.
     *
     * @param outwards 0 for the next one around
     */
    public String around(int outwards) {
        Iterator<Level> outer = levels.iterator();
        for (int level = 0; level < outwards && outer.hasNext(); level++) {
            outer.next();
        }
        return outer.hasNext() ? outer.next().name : "";
    }

    /** The name or the value as text. */
    public String text() throws IOException {
        return parser.getText();
    }

    /** The field the token belongs to, as {@code query.text}; of the engine's {@code {"name": {"value": …}}} the name. */
    private String subject() {
        if (field().equals("value") && !around(0).isEmpty()) {
            return around(0);
        }
        List<String> path = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> path.add(level.name));
        path.add(field());
        return path.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("."));
    }
}
