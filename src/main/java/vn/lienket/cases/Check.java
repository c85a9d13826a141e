package vn.lienket.cases;

import java.util.List;
import vn.lienket.problem.Answers;

/**
 * The word of who checks what a case was opened with.
 *
 * @param comment there unless it is accepted
 */
public record Check(Decision decision, String comment) {

    /** In words {@code accept}, {@code supplement} and {@code decline}. */
    public enum Decision {
        ACCEPT,
        SUPPLEMENT,
        DECLINE
    }

    private static final List<String> WORDS = List.of("accept", "supplement", "decline");

    /**
     * Takes an unchecked answer; 400 for another word, or if what is not accepted has no comment.
     *
     * @param decisionField and {@code commentField} the names of the form's fields
     */
    public static Check of(String decisionField, String decision, String commentField, String comment) {
        String word = Answers.choice(decisionField, decision, WORDS);
        Decision decided = Decision.values()[WORDS.indexOf(word)];
        return new Check(
                decided,
                decided == Decision.ACCEPT
                        ? Answers.optionalText(commentField, comment)
                        : Answers.requiredText(commentField, comment));
    }
}
