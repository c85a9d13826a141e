package vn.lienket.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import vn.lienket.problem.ProblemException;

/**
 * Evaluates the expressions of deployed models freely, but those of queries and filters (they come from outside, and run without
 * an execution) only if they are a plain call of a query function. Closes CVE-2026-109432 (JUEL inside {@code orQueries}) and
 * stored filters alike.
 */
class SafeExpressionManager extends SpringExpressionManager {

    private static final Pattern QUERY_FUNCTION = Pattern.compile(
            "[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|"
                    + "dateTime\\(\\)(\\.(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,6}\\))*)\\s*}");

    SafeExpressionManager(ApplicationContext context) {
        super(context);
    }

    @Override
    public Expression createExpression(String expression) {
        return new JuelExpression(createValueExpression(expression), this, expression) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
                if (scope == null
                        && !isLiteralText()
                        && !QUERY_FUNCTION.matcher(expression).matches()) {
                    throw Refusals.asEngineException(
                            ProblemException.invalid("expression", "Truy vấn không được chứa biểu thức."));
                }
                try {
                    return super.getValue(scope, execution);
                } catch (ProcessEngineException wrapped) {
                    throw thrownByTheCalled(wrapped);
                }
            }
        };
    }

    /** A bean's own exception passes as it is, as one of a delegate does. */
    private static RuntimeException thrownByTheCalled(ProcessEngineException wrapped) {
        return wrapped.getCause() instanceof RuntimeException thrown && !(thrown instanceof ELException)
                ? thrown
                : wrapped;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(super.createElResolver());
        resolver.add(new FormerDelegates(applicationContext));
        return resolver;
    }
}
