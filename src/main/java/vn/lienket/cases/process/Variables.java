package vn.lienket.cases.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Reads variables whatever way they came: a form of Tasklist, JSON over REST, or our own code. It says only what was given; whether
 * that is right is the services' to judge.
 */
public final class Variables {

    /** A key that is given twice is refused: nobody could tell which value was meant. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Variables() {}

    /** The variable as {@link Answers#text}; null if there is none, 400 for the field if it is no single value. */
    public static String text(VariableScope scope, String name) {
        return Answers.text(name, label(name), plain(scope.getVariable(name)));
    }

    /** True for the boolean and for the word, as a checkbox or a select sends it; 400 for the field if it is anything else. */
    public static boolean flag(VariableScope scope, String name) {
        return Answers.optionalFlag(name, label(name), plain(scope.getVariable(name)));
    }

    /**
     * What a carrier of fields names: each component by its own name: a list of texts as {@link #codes}, one of maps as {@link #list},
     * anything else as {@link #text}.
     *
     * @param carrier a record of texts, of lists, and of objects for what may come as a text, a number or a truth value
     */
    public static <R extends Record> R read(VariableScope scope, Class<R> carrier) {
        return BeanUtils.instantiateClass(
                BeanUtils.getResolvableConstructor(carrier),
                Stream.of(carrier.getRecordComponents())
                        .map(field -> value(scope, field))
                        .toArray());
    }

    private static Object value(VariableScope scope, RecordComponent field) {
        if (field.getType() != List.class) {
            return text(scope, field.getName());
        }
        return ResolvableType.forType(field.getGenericType()).getGeneric().toClass() == Map.class
                ? list(scope, field.getName())
                : codes(scope, field.getName());
    }

    /** Starts with what a carrier says, each component by its own name; a list goes as JSON. */
    public static ProcessInstantiationBuilder set(ProcessInstantiationBuilder start, Record carrier) {
        for (RecordComponent field : carrier.getClass().getRecordComponents()) {
            Object value = ReflectionUtils.invokeMethod(field.getAccessor(), carrier);
            String name = field.getName();
            start.setVariable(
                    name,
                    field.getType() == List.class ? json((List<?>) value) : Answers.text(name, label(name), value));
        }
        return start;
    }

    /** The variables of a carrier. */
    public static Set<String> names(Class<? extends Record> carrier) {
        return Stream.of(carrier.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A list as a variable; null for null. */
    public static Object json(List<?> list) {
        return list == null
                ? null
                : org.camunda.bpm.engine.variable.Variables.objectValue(new ArrayList<>(list))
                        .serializationDataFormat(SerializationDataFormats.JSON)
                        .create();
    }

    /** A variable that was sent as JSON, though it is a single value. */
    private static Object plain(Object value) {
        return value instanceof SpinJsonNode json && json.isValue() ? json.value() : value;
    }

    private static String label(String name) {
        return "Trường " + name;
    }

    /** A list of codes: a collection, a JSON array, or text parted by commas; null if there is none. */
    public static List<String> codes(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        if (value == null) {
            return null;
        }
        if (value instanceof SpinJsonNode json) {
            if (!json.isArray()) {
                throw malformed(name);
            }
            return strings(json.elements());
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream()
                    .map(element -> Answers.text(name, label(name), Objects.requireNonNullElse(element, Map.of())))
                    .toList();
        }
        String text = text(scope, name).strip();
        if (text.startsWith("[")) {
            text = text.substring(1, text.endsWith("]") ? text.length() - 1 : text.length());
        }
        return Stream.of(text.split(","))
                .map(code -> code.strip().replaceAll("^\"|\"$", ""))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /**
     * A JSON object (a map, JSON, or text that holds it) by its keys, in their order; values may be null, numbers of any type.
     *
     * @return null if there is none
     * @throws ProblemException 400 for the field if it is something else
     */
    public static Map<String, Object> map(VariableScope scope, String name) {
        Object value = content(scope, name);
        return value == null ? null : object(value, name);
    }

    /** A JSON array of objects, each as by {@link #map}; null if there is none, 400 for the field if it is something else. */
    public static List<Map<String, Object>> list(VariableScope scope, String name) {
        Object value = content(scope, name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Collection<?> elements)) {
            throw malformed(name);
        }
        return elements.stream().map(element -> object(element, name)).toList();
    }

    /** A list of codes as {@link #codes}, or a JSON array as it is: texts, or objects. */
    public static List<?> elements(VariableScope scope, String name) {
        boolean array = !(scope.getVariable(name) instanceof String text)
                || text.strip().startsWith("[");
        if (array && content(scope, name) instanceof Collection<?> elements) {
            return new ArrayList<>(elements);
        }
        return codes(scope, name);
    }

    private static Map<String, Object> object(Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(name);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, entry) -> object.put(String.valueOf(key), entry));
        return object;
    }

    /** What the variable holds, out of its JSON. */
    private static Object content(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        if (!(value instanceof SpinJsonNode || value instanceof String)) {
            return value;
        }
        String json = value.toString();
        if (json.isBlank()) {
            return null;
        }
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException notJson) {
            throw malformed(name);
        }
    }

    private static ProblemException malformed(String name) {
        return ProblemException.invalid(name, Sentences.NOT_JSON.formatted(name));
    }

    private static List<String> strings(SpinList<SpinJsonNode> elements) {
        List<String> codes = new ArrayList<>();
        elements.forEach(element -> codes.add(element.isString() ? element.stringValue() : element.toString()));
        return codes;
    }
}
