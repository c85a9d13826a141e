package vn.lienket.cases.process;

import java.time.Instant;
import java.util.List;

/**
 * The way that a case has taken through its processes; everything oldest first.
 *
 * @param runs its instances
 * @param steps the tasks that people had
 * @param rulings what its decision tables said
 * @param failures what failed in it by itself
 */
public record CasePath(List<Run> runs, List<Step> steps, List<Ruling> rulings, List<Failure> failures) {

    /**
     * An instance of a process.
     *
     * @param definition id of the model's version, by which the engine gives the drawing
     * @param endedAt null while it runs
     */
    public record Run(
            String instance,
            String process,
            String name,
            String definition,
            int version,
            Instant startedAt,
            Instant endedAt,
            List<Passage> passages) {}

    /**
     * One time at an element of the model.
     *
     * @param element its id
     * @param name or null
     * @param type as the engine calls it, e.g. {@code userTask}
     * @param endedAt null while the case is there
     * @param cancelled whether it was left before it was done
     * @param sequence tells what came first in the same moment
     */
    public record Passage(
            String element,
            String name,
            String type,
            Instant startedAt,
            Instant endedAt,
            boolean cancelled,
            long sequence) {}

    /**
     * A task.
     *
     * @param by user id of who has done it, or, if nobody has, of whose it is or was; null if nobody's
     * @param onBehalfOf in whose place, or null
     * @param organisation id of whose work it is, or null
     * @param workingDays that it took, or null
     * @param termDays that it was given, or null
     */
    public record Step(
            String element,
            String name,
            String by,
            String onBehalfOf,
            String organisation,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            boolean cancelled,
            Integer workingDays,
            Integer termDays) {}

    /**
     * What a decision table said.
     *
     * @param citation what it rests on, or null
     */
    public record Ruling(Instant at, String name, List<Value> inputs, List<Value> outputs, String citation) {}

    /** @param value number, text, date or boolean; null for none */
    public record Value(String name, Object value) {}

    /**
     * A step that failed until no retry was left.
     *
     * @param name of the step, or null
     * @param endedAt null while it stands
     */
    public record Failure(String element, String name, Instant at, Instant endedAt) {}
}
