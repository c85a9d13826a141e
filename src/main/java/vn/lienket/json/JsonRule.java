package vn.lienket.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A rule for JSON bodies; one object looks at one body, token by token, before anybody acts on it. */
@FunctionalInterface
public interface JsonRule {

    /**
     * Looks at the next token.
     *
     * @param at where it stands; at the beginning of an object or an array still outside of it, at the end outside of it again
     * @throws vn.lienket.problem.ProblemException to refuse the body
     */
    void look(JsonToken token, JsonWatch at) throws IOException;
}
