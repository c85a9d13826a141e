package vn.lienket.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.json.async.NonBlockingJsonParser;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import vn.lienket.problem.ProblemException;

/**
 * How much a request to the engine may ask for: each condition on a variable is one more join for the database, each alternative
 * another query. A JSON body is looked at while the engine reads it, so none is kept.
 */
class QueryBounds {

    private static final int MAX_VARIABLES = 20;
    private static final int MAX_VALUES = 1000;

    /** Fields whose lists may have fewer entries, all of the request's taken together. */
    private static final Map<String, Integer> SHORT_LISTS = Map.of("orQueries", 5, "sorting", 10);

    private static final JsonFactory JSON = new JsonFactory();

    private final NonBlockingJsonParser parser;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final int[] shortLists = new int[SHORT_LISTS.size()];
    private String field = "";
    private int conditions;

    /** An array or an object that has begun. */
    private static final class Level {

        private final String name;
        private final boolean array;
        private int entries;

        private Level(String name, boolean array) {
            this.name = name;
            this.array = array;
        }
    }

    QueryBounds() {
        try {
            parser = (NonBlockingJsonParser) JSON.createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses an address whose parameters ask for too much. */
    static void checkParameters(String query) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = decoded(parameter.substring(0, equals));
            long values = decoded(parameter.substring(equals + 1))
                            .chars()
                            .filter(character -> character == ',')
                            .count()
                    + 1;
            if (name.endsWith("ariables") && values > MAX_VARIABLES) {
                throw tooManyConditions(name);
            }
            if (values > MAX_VALUES) {
                throw tooManyValues(name);
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** Looks at the next bytes of a JSON body. */
    void feed(byte[] bytes, int offset, int length) {
        try {
            ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, offset, offset + length);
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.NOT_AVAILABLE) {
                look(token);
                token = parser.nextToken();
            }
        } catch (IOException malformed) {
            throw ProblemException.invalid("body", "Không đọc được nội dung yêu cầu: dữ liệu JSON sai cú pháp.");
        }
    }

    private void look(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            field = parser.currentName();
            if (field.equals("operator") && ++conditions > MAX_VARIABLES) {
                throw tooManyConditions("variables");
            }
            return;
        }
        if (token.isStructEnd()) {
            levels.pop();
            return;
        }
        Level parent = levels.peek();
        if (parent != null && parent.array) {
            count(parent);
        }
        if (token.isStructStart()) {
            String name = parent == null || parent.array ? "" : field;
            levels.push(new Level(name, token == JsonToken.START_ARRAY));
        }
    }

    private void count(Level array) {
        if (++array.entries > MAX_VALUES) {
            throw tooManyValues(array.name);
        }
        int index = 0;
        for (Map.Entry<String, Integer> list : SHORT_LISTS.entrySet()) {
            if (list.getKey().equals(array.name) && ++shortLists[index] > list.getValue()) {
                throw ProblemException.invalid(
                        array.name,
                        "Trường %s có quá %d mục. Hãy bớt điều kiện.".formatted(array.name, list.getValue()));
            }
            index++;
        }
    }

    private static ProblemException tooManyConditions(String name) {
        return ProblemException.invalid(
                name, "Truy vấn có quá %d điều kiện trên biến. Hãy bớt điều kiện.".formatted(MAX_VARIABLES));
    }

    private static ProblemException tooManyValues(String name) {
        return ProblemException.invalid(
                name, "Một danh sách trong yêu cầu có quá 1.000 giá trị. Hãy chia thành nhiều yêu cầu.");
    }
}
