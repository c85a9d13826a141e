package vn.lienket.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

/**
 * Finds what models of earlier versions name: a bean for each task, such as {@code checkRequestListener}, where there is a method
 * today, {@code checkRequest} of a {@code …Tasks} bean. Cases that were started on them go on.
 */
class FormerDelegates extends ELResolver {

    private static final Pattern NAME = Pattern.compile("([a-z]\\w*)(?:Listener|Delegate)");

    private final ApplicationContext beans;

    FormerDelegates(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Matcher former = NAME.matcher(name);
        if (!former.matches()) {
            return null;
        }
        return Stream.of(beans.getBeanDefinitionNames())
                .filter(bean -> bean.endsWith("Tasks"))
                .map(beans::getBean)
                .filter(tasks -> Stream.of(AopUtils.getTargetClass(tasks).getMethods())
                        .anyMatch(method -> method.getName().equals(former.group(1))))
                .findFirst()
                .map(tasks -> {
                    context.setPropertyResolved(true);
                    return new Task(tasks, former.group(1));
                })
                .orElse(null);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }

    /** One method of a {@code …Tasks} bean as what it was. */
    private record Task(Object tasks, String method) implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {
            call(DelegateExecution.class, execution);
        }

        @Override
        public void notify(DelegateExecution execution) {
            call(DelegateExecution.class, execution);
        }

        @Override
        public void notify(DelegateTask task) {
            call(DelegateTask.class, task);
        }

        private void call(Class<?> type, Object given) {
            ReflectionUtils.invokeMethod(ReflectionUtils.findMethod(tasks.getClass(), method, type), tasks, given);
        }
    }
}
