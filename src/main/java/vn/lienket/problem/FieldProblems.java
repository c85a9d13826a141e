package vn.lienket.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the wrong fields of one input, so that the user is told all of them at once. */
public final class FieldProblems {

    private final List<ProblemException.Field> fields = new ArrayList<>();

    /** Notes {@code message} for {@code field} unless {@code valid}. */
    public FieldProblems check(boolean valid, String field, String message) {
        if (!valid) {
            fields.add(new ProblemException.Field(field, message));
        }
        return this;
    }

    /** What the check answers; null if it refuses, which is noted. */
    public <T> T read(Supplier<T> check) {
        try {
            return check.get();
        } catch (ProblemException wrong) {
            fields.addAll(wrong.fields());
            return null;
        }
    }

    /** Throws a {@link ProblemException} that names every wrong field, if there is one. */
    public void throwIfAny() {
        if (!fields.isEmpty()) {
            throw ProblemException.invalid(fields);
        }
    }
}
