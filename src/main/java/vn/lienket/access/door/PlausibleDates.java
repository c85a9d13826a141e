package vn.lienket.access.door;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienket.json.JsonRule;
import vn.lienket.json.JsonWatch;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** Refuses moments that nobody means, in whatever field or parameter of the engine: the database keeps some and fails at others. */
class PlausibleDates implements JsonRule {

    /** As the engine's API writes moments; a parameter may begin with an operator and hold several. */
    private static final Pattern MOMENT = Pattern.compile("(?<![\\w-])([+-]?\\d{4,10}-\\d{2}-\\d{2})T\\d{2}:");

    @Override
    public void look(JsonToken token, JsonWatch at) throws IOException {
        if (token == JsonToken.VALUE_STRING && at.text().length() < 40) {
            check(at.field(), at.text());
        }
    }

    /** Refuses a value with 400 for its field. */
    static void check(String field, String value) {
        Matcher moment = MOMENT.matcher(value);
        while (moment.find()) {
            if (Answers.isoDate(moment.group(1)) == null) {
                throw ProblemException.invalid(
                        field, "Trường %s: “%s” không phải là một ngày hợp lý.".formatted(field, moment.group(1)));
            }
        }
    }
}
