package vn.lienket.access.door;

import com.fasterxml.jackson.core.JsonToken;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.lienket.json.JsonRule;
import vn.lienket.json.JsonWatch;
import vn.lienket.problem.ProblemException;

/**
 * How much a request to the engine may ask for: each condition on a variable is one more join for the database, each alternative
 * another query.
 */
class QueryBounds implements JsonRule {

    private static final int MAX_VARIABLES = 20;
    private static final int MAX_VALUES = 1000;

    /** Fields whose lists may have fewer entries, all of the request's taken together. */
    private static final Map<String, Integer> SHORT_LISTS = Map.of("orQueries", 5, "sorting", 10);

    private final int[] shortLists = new int[SHORT_LISTS.size()];
    private int conditions;

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
            String value = decoded(parameter.substring(equals + 1));
            PlausibleDates.check(name, value);
            long values = value.chars().filter(character -> character == ',').count() + 1;
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

    @Override
    public void look(JsonToken token, JsonWatch at) {
        if (token == JsonToken.FIELD_NAME && at.field().equals("operator") && ++conditions > MAX_VARIABLES) {
            throw tooManyConditions("variables");
        }
        if (at.inArray() && !token.isStructEnd()) {
            count(at);
        }
    }

    private void count(JsonWatch at) {
        String array = at.around(0);
        if (at.entry() > MAX_VALUES) {
            throw tooManyValues(array);
        }
        int index = 0;
        for (Map.Entry<String, Integer> list : SHORT_LISTS.entrySet()) {
            if (list.getKey().equals(array) && ++shortLists[index] > list.getValue()) {
                throw ProblemException.invalid(
                        array, "Trường %s có quá %d mục. Hãy bớt điều kiện.".formatted(array, list.getValue()));
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
