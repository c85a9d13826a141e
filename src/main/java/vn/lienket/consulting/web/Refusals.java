package vn.lienket.consulting.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienket.problem.ProblemException;

/** What a page says of a form that was refused. */
final class Refusals {

    private Refusals() {}

    /** The sentences about each field, in the order of the refusal. */
    static Map<String, String> byField(Optional<ProblemException> refused) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refused.ifPresent(problem ->
                problem.fields().forEach(field -> sentences.merge(field.name(), field.message(), "%s %s"::formatted)));
        return sentences;
    }
}
