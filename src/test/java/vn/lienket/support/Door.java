package vn.lienket.support;

/** The two doors to the engine's own REST API. */
public enum Door {
    ENGINE_REST("/engine-rest"),
    WEBAPPS("/camunda/api/engine/engine/default");

    private final String root;

    Door(String root) {
        this.root = root;
    }

    /** A person at this door, in the way this door knows people. */
    public EngineApi as(String user, Cooperation cooperation) {
        return new EngineApi(this == ENGINE_REST ? cooperation.as(user) : cooperation.session(user), root);
    }
}
