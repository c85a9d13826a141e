package vn.lienket.agreement.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;

/** Reads variables whatever way they came: a form of Tasklist, JSON over REST, or our own code. */
final class Variables {

    private Variables() {}

    static String text(VariableScope scope, String name) {
        return Objects.toString(scope.getVariable(name), null);
    }

    /** True for the boolean and for the word, as a checkbox or a select sends it. */
    static boolean flag(VariableScope scope, String name) {
        return Boolean.parseBoolean(text(scope, name));
    }

    /** A list of codes: a collection, a JSON array, or text parted by commas; null if there is none. */
    static List<String> codes(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        if (value == null) {
            return null;
        }
        if (value instanceof SpinJsonNode json) {
            return json.isArray() ? strings(json.elements()) : List.of();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).toList();
        }
        String text = value.toString().strip();
        if (text.startsWith("[")) {
            text = text.substring(1, text.endsWith("]") ? text.length() - 1 : text.length());
        }
        return Stream.of(text.split(","))
                .map(code -> code.strip().replaceAll("^\"|\"$", ""))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static List<String> strings(SpinList<SpinJsonNode> elements) {
        List<String> codes = new ArrayList<>();
        elements.forEach(element -> codes.add(element.isString() ? element.stringValue() : element.toString()));
        return codes;
    }
}
