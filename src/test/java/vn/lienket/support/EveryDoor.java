package vn.lienket.support;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All doors of the application: the mappings of Spring and the resources of the engine and of the web applications. */
public final class EveryDoor {

    private EveryDoor() {}

    /** {@code METHOD /path}, with {@code x}, {@code 1} or {@code default} for what varies. */
    public static Set<String> of(
            List<RequestMappingHandlerMapping> controllers, CamundaJerseyResourceConfig engineRest) {
        Set<String> doors = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : controllers) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(info -> info.getPatternValues().forEach(pattern -> {
                        Set<String> methods = new HashSet<>();
                        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                        if (methods.isEmpty()) {
                            methods.addAll(List.of("GET", "POST"));
                        }
                        methods.forEach(method -> doors.add(method + " " + filled(pattern)));
                    }));
        }
        Stream.concat(
                        engineRest.getClasses().stream(),
                        engineRest.getInstances().stream().map(Object::getClass))
                .forEach(type -> walk("/engine-rest", type, doors, 0));
        walk("/camunda/api/cockpit", new CockpitApplication(), doors);
        walk("/camunda/api/admin", new AdminApplication(), doors);
        walk("/camunda/api/tasklist", new TasklistApplication(), doors);
        walk("/camunda/api/welcome", new WelcomeApplication(), doors);
        walk("/camunda/api/engine", new EngineRestApplication(), doors);
        return doors;
    }

    private static void walk(String root, Application application, Set<String> doors) {
        application.getClasses().forEach(type -> walk(root, type, doors, 0));
    }

    private static void walk(String prefix, Class<?> type, Set<String> doors, int depth) {
        if (depth > 6 || (depth == 0 && annotated(type) == null)) {
            return;
        }
        String root = depth == 0 ? joined(prefix, annotated(type)) : prefix;
        for (Method method : type.getMethods()) {
            String path = pathOf(type, method);
            List<String> verbs = verbsOf(type, method);
            String place = path == null ? root : joined(root, path);
            verbs.forEach(verb -> doors.add(verb + " " + filled(place)));
            if (verbs.isEmpty() && path != null && !method.getReturnType().equals(type)) {
                walk(place, method.getReturnType(), doors, depth + 1);
            }
        }
    }

    private static String annotated(Class<?> type) {
        return hierarchy(type)
                .map(each -> each.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static String pathOf(Class<?> type, Method method) {
        return declarations(type, method)
                .map(each -> each.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static List<String> verbsOf(Class<?> type, Method method) {
        return declarations(type, method)
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .distinct()
                .toList();
    }

    private static Stream<Method> declarations(Class<?> type, Method method) {
        return hierarchy(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each);
            all.addAll(ClassUtils.getAllInterfacesForClassAsSet(each));
        }
        return all.stream();
    }

    private static String joined(String prefix, String path) {
        String joined = (prefix + "/" + path).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{(engine|name|engineName|processEngineName)[^}]*}", "default")
                .replaceAll("\\{id:[^}]*}", "1")
                .replaceAll("\\{number:[^}]*}", "1")
                .replaceAll("\\{[^}]*}", "x")
                .replaceAll("/x\\+}", "/x");
    }
}
