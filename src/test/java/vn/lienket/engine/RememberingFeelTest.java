package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class RememberingFeelTest {

    private static final String HEADCOUNT = """
            if employees instance of number then employees else if matches(employees, "^[0-9]+$") then number(employees) else null""";

    private final AtomicInteger evaluations = new AtomicInteger();
    private final FeelEngine stock = new ScalaFeelEngine(List.of());
    private final FeelEngine feel = new RememberingFeel(new FeelEngine() {
        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            evaluations.incrementAndGet();
            return stock.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
            evaluations.incrementAndGet();
            return stock.evaluateSimpleUnaryTests(tests, input, variables);
        }
    });

    @Test
    void answersAsTheStockEngineAndAsksItOnceForTheSameValues() {
        for (int round = 0; round < 3; round++) {
            for (Object employees : new Object[] {7, 7L, 10.5, "7", "nhiều", null}) {
                VariableContext variables = context("employees", employees, "revenue", round);
                assertThat(feel.<Object>evaluateSimpleExpression(HEADCOUNT, variables))
                        .isEqualTo(stock.evaluateSimpleExpression(HEADCOUNT, variables));
            }
        }
        assertThat(evaluations).hasValue(6);
    }

    @Test
    void testsAreRememberedByWhatTheyTestAndNotByOtherVariables() {
        for (int round = 0; round < 3; round++) {
            assertThat(feel.evaluateSimpleUnaryTests("[0..10]", "cellInput", context("cellInput", 10, "other", round)))
                    .isTrue();
            assertThat(feel.evaluateSimpleUnaryTests("[0..10]", "cellInput", context("cellInput", 11, "other", round)))
                    .isFalse();
        }
        assertThat(evaluations).hasValue(2);
    }

    @Test
    void anotherBranchAsksForMore() {
        String expression = "if large then limit else 0";
        for (int round = 0; round < 2; round++) {
            assertThat(number(expression, context("large", false, "limit", 1))).isZero();
            assertThat(number(expression, context("large", true, "limit", 1))).isEqualTo(1);
            assertThat(number(expression, context("large", true, "limit", 2))).isEqualTo(2);
            assertThat(number(expression, context("large", false, "limit", 2))).isZero();
        }
    }

    @Test
    void aMissingVariableIsNotOneWithoutAValue() {
        VariableContext missing = context("other", 1);
        assertThat(feel.<Object>evaluateSimpleExpression("is defined(size)", missing))
                .isEqualTo(false);
        assertThat(feel.<Object>evaluateSimpleExpression("is defined(size)", context("size", null)))
                .isEqualTo(stock.evaluateSimpleExpression("is defined(size)", context("size", null)));
    }

    @Test
    void theTimeAndListsAreAskedForEachTime() {
        for (int round = 0; round < 2; round++) {
            feel.evaluateSimpleExpression("string(today())", context("other", 1));
            feel.evaluateSimpleExpression("count(kinds)", context("kinds", List.of(1, 2)));
        }
        assertThat(evaluations).hasValue(4);
    }

    @Test
    void aFailureFailsAgain() {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> feel.evaluateSimpleExpression("1 +", context("other", 1)))
                    .isInstanceOf(FeelException.class);
        }
    }

    private int number(String expression, VariableContext variables) {
        return feel.<Number>evaluateSimpleExpression(expression, variables).intValue();
    }

    private static VariableContext context(Object... entries) {
        var variables = Variables.createVariables();
        for (int i = 0; i < entries.length; i += 2) {
            variables.putValue((String) entries[i], entries[i + 1]);
        }
        return variables.asVariableContext();
    }
}
