package vn.lienket.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.query.Query;
import org.springframework.util.ReflectionUtils;

/** What a caller has put into a command of the engine, which shows it to nobody. */
final class CommandInput {

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private CommandInput() {}

    /** The value of a field; IllegalStateException if the command has no such field, for then a rule of ours would be void. */
    static Object value(Object command, String field) {
        Field found = ReflectionUtils.findField(command.getClass(), field);
        if (found == null) {
            throw new IllegalStateException("%s has no field %s".formatted(command.getClass(), field));
        }
        ReflectionUtils.makeAccessible(found);
        return ReflectionUtils.getField(found, command);
    }

    /** As {@link #value}, for texts such as ids. */
    static String text(Object command, String field) {
        return (String) value(command, field);
    }

    /** The names of all variables the command brings, in whatever scope; not those it only searches by. */
    static Set<String> variableNames(Command<?> command) {
        Set<String> names = new HashSet<>();
        collect(command, names, Collections.newSetFromMap(new IdentityHashMap<>()));
        return names;
    }

    private static void collect(Object part, Set<String> names, Set<Object> seen) {
        if (part instanceof Map<?, ?> variables) {
            variables.keySet().forEach(name -> names.add(String.valueOf(name)));
        } else if (part instanceof Collection<?> parts) {
            parts.forEach(each -> collect(each, names, seen));
        } else if (isOfACommand(part) && !(part instanceof Query<?, ?>) && seen.add(part)) {
            fields(part.getClass()).forEach(field -> collect(ReflectionUtils.getField(field, part), names, seen));
        }
    }

    /** A command or one of the builders it is made of; not the engine itself, nor what it stores. */
    private static boolean isOfACommand(Object part) {
        return part instanceof Command<?>
                || part != null
                        && part.getClass().getPackageName().startsWith("org.camunda.bpm.engine.impl")
                        && part.getClass().getSimpleName().contains("Builder");
    }

    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, CommandInput::readFields);
    }

    private static List<Field> readFields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        ReflectionUtils.doWithFields(
                type,
                field -> {
                    ReflectionUtils.makeAccessible(field);
                    fields.add(field);
                },
                field -> !Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && !field.getName().startsWith("correlation"));
        return fields;
    }
}
