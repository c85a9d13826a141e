package vn.lienket.support;

import java.util.Map;

/** The engine's REST API as one person reaches it; paths begin behind its root, such as {@code /task}. */
public record EngineApi(Actor actor, String root) {

    public Answer get(String path) {
        return actor.get(root + path);
    }

    public Answer post(String path, Object body) {
        return actor.post(root + path, body);
    }

    public Answer put(String path, Object body) {
        return actor.put(root + path, body);
    }

    public Answer delete(String path) {
        return actor.delete(root + path);
    }

    /** A body with one variable. */
    public static Map<String, Object> variable(String name, Object value) {
        return Map.of("variables", Map.of(name, Map.of("value", value)));
    }
}
