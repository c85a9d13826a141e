package vn.lienket.access.door;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;
import vn.lienket.engine.Refusals;
import vn.lienket.json.JsonRule;
import vn.lienket.json.JsonWatch;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * What a caller of the engine may send as variables, {@code {"name": {"value": …, "type": …}}}. The engine itself answers an error
 * without the name of the field to most of what is refused here, and stores the rest.
 */
class SentVariables implements JsonRule {

    private static final Set<String> CONTAINERS = Set.of(
            "variables",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope",
            "localVariables",
            "correlationKeys",
            "localCorrelationKeys");

    /** Of the columns {@code name_} and {@code text_}. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_TEXT = 4000;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");

    private String variable = "";
    private String type;
    private JsonToken kind;
    private String text;

    @Override
    public void look(JsonToken token, JsonWatch at) throws IOException {
        requireLasting(token, at);
        if (isVariable(at, 0)) {
            if (token == JsonToken.FIELD_NAME) {
                begin(at.field());
            } else if (token == JsonToken.END_OBJECT) {
                judge();
            } else if (token != JsonToken.START_OBJECT) {
                throw refusal("phải là một đối tượng {\"value\": …}");
            }
        } else if (isVariable(at, 1) && !at.inArray()) {
            if (at.field().equals("type") && token != JsonToken.FIELD_NAME && token != JsonToken.VALUE_NULL) {
                type = at.text();
            } else if (at.field().equals("value") && token != JsonToken.FIELD_NAME && !token.isStructEnd()) {
                kind = token;
                text = token.isScalarValue() ? at.text() : "";
            }
        }
    }

    /** The engine's own check, {@code LastingVariables}, refuses it too, but not before the name of the field is judged. */
    private void requireLasting(JsonToken token, JsonWatch at) {
        if (token == JsonToken.VALUE_TRUE && at.field().equals("transient") && isVariable(at, 2)) {
            throw Refusals.ofTransient(variable);
        }
    }

    /** Whether the container of variables is so far around. In a list each entry is a condition of a query, and has no name. */
    private static boolean isVariable(JsonWatch at, int outwards) {
        return at.depth() > outwards
                && CONTAINERS.contains(at.around(outwards))
                && !(outwards == 0 && at.inArray())
                && !(outwards > 0 && at.around(outwards - 1).isEmpty());
    }

    private void begin(String name) {
        variable = name;
        type = null;
        kind = JsonToken.VALUE_NULL;
        text = "";
        if (Answers.blank(name) || name.length() > LONGEST_NAME) {
            variable = name.substring(0, Math.min(name.length(), 50));
            throw refusal("tên phải có từ 1 đến %d ký tự".formatted(LONGEST_NAME));
        }
    }

    private void judge() {
        if (kind == JsonToken.VALUE_NULL) {
            return;
        }
        if (type == null) {
            requireLength();
            return;
        }
        if (!fits(StringUtils.uncapitalize(type))) {
            throw refusal("không đúng kiểu dữ liệu %s".formatted(type.length() > 20 ? "đã ghi" : type));
        }
    }

    private boolean fits(String type) {
        return switch (type) {
            case "string" -> {
                requireLength();
                yield kind.isScalarValue();
            }
            case "boolean" -> text.equals("true") || text.equals("false");
            case "short" -> isWhole(Short.MIN_VALUE, Short.MAX_VALUE);
            case "integer" -> isWhole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> isWhole(Long.MIN_VALUE, Long.MAX_VALUE);
            case "double" -> number() != null && Double.isFinite(number().doubleValue());
            case "date" -> DATE.matcher(text).matches();
            case "json" -> {
                JsonWatch.check(variable, text);
                yield kind == JsonToken.VALUE_STRING;
            }
            case "null" -> true;
            default -> false;
        };
    }

    private boolean isWhole(long least, long most) {
        return text.matches("-?\\d{1,19}")
                && number().compareTo(BigDecimal.valueOf(least)) >= 0
                && number().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private BigDecimal number() {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void requireLength() {
        if (text.length() > LONGEST_TEXT) {
            throw refusal("không quá %d ký tự".formatted(LONGEST_TEXT));
        }
    }

    private ProblemException refusal(String what) {
        return ProblemException.invalid(variable, "Trường %s: %s.".formatted(variable, what));
    }
}
