package vn.lienket.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Remembers what an expression of a decision table has answered to the same values, for the stock engine reads each cell anew at each
 * evaluation and builds all functions for it. What an expression depends on is what it has asked for; one that asks for the time, or
 * for anything but single values, is evaluated each time.
 */
class RememberingFeel implements FeelEngine {

    private static final int EXPRESSIONS = 5_000;
    private static final int ANSWERS = 50_000;
    private static final Object ABSENT = new Object();
    private static final Pattern CHANGING = Pattern.compile("\\b(now|today|random number)\\s*\\(");

    /** @param input the name of the value that a cell tests; null for an expression of its own */
    private record Cell(String expression, String input) {}

    private record Question(Cell cell, Map<String, Optional<Object>> values) {}

    private final FeelEngine engine;
    private final Cache<Cell, Set<String>> names =
            Caffeine.newBuilder().maximumSize(EXPRESSIONS).build();
    private final Cache<Question, Optional<Object>> answers =
            Caffeine.newBuilder().maximumSize(ANSWERS).build();

    RememberingFeel(FeelEngine engine) {
        this.engine = engine;
    }

    /** For the engine's own decisions and for those asked outside of a case. */
    static DefaultDmnEngineConfiguration dmnConfiguration() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> new RememberingFeel(new ScalaFeelEngine(List.of())));
        return configuration;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return (T) answer(
                new Cell(expression, null), variables, asked -> engine.evaluateSimpleExpression(expression, asked));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        return (Boolean) answer(
                new Cell(tests, input), variables, asked -> engine.evaluateSimpleUnaryTests(tests, input, asked));
    }

    private Object answer(Cell cell, VariableContext variables, Function<VariableContext, Object> evaluation) {
        if (CHANGING.matcher(cell.expression()).find()) {
            return evaluation.apply(variables);
        }
        Set<String> known = names.getIfPresent(cell);
        if (known != null) {
            Optional<Object> remembered = answers.getIfPresent(question(cell, known, variables));
            if (remembered != null) {
                return remembered.orElse(null);
            }
        }
        Asked asked = new Asked(variables);
        Object answer = evaluation.apply(asked);
        // another value may lead to another branch, which asks for more
        if (known != null) {
            asked.names.addAll(known);
        }
        Question question = question(cell, asked.names, variables);
        if (!asked.forAll
                && isSingle(answer)
                && question.values().values().stream().allMatch(RememberingFeel::isSingle)) {
            names.put(cell, Set.copyOf(asked.names));
            answers.put(question, Optional.ofNullable(answer));
        }
        return answer;
    }

    private static Question question(Cell cell, Set<String> names, VariableContext variables) {
        Map<String, Optional<Object>> values = new HashMap<>();
        names.forEach(name -> values.put(name, value(name, variables)));
        return new Question(cell, values);
    }

    private static Optional<Object> value(String name, VariableContext variables) {
        if (!variables.containsVariable(name)) {
            return Optional.of(ABSENT);
        }
        TypedValue value = variables.resolve(name);
        return Optional.ofNullable(value).map(TypedValue::getValue);
    }

    private static boolean isSingle(Optional<Object> value) {
        return value.isEmpty() || value.get() == ABSENT || isSingle(value.get());
    }

    private static boolean isSingle(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** Notes what an evaluation asks for. */
    private static final class Asked implements VariableContext {

        private final VariableContext variables;
        private final Set<String> names = new HashSet<>();
        private boolean forAll;

        private Asked(VariableContext variables) {
            this.variables = variables;
        }

        @Override
        public TypedValue resolve(String name) {
            names.add(name);
            return variables.resolve(name);
        }

        @Override
        public boolean containsVariable(String name) {
            names.add(name);
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            forAll = true;
            return variables.keySet();
        }
    }
}
