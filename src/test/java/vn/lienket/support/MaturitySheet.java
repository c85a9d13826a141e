package vn.lienket.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.IntUnaryOperator;

/** The sheet of questions in the form of an assessment; each question is answered by the key of its answer. */
public final class MaturitySheet {

    private final Locator sheet;
    private final Locator questions;

    MaturitySheet(Locator form) {
        this.sheet = form.locator("[data-questions]");
        this.questions = sheet.locator("fieldset.lk-question");
        questions.first().waitFor();
    }

    public int size() {
        return questions.count();
    }

    /** Answers a question, counted from 0; unfolds its pillar if an earlier one still has open questions. */
    public MaturitySheet answer(int question, int answer) {
        Locator asked = questions.nth(question);
        if (!asked.isVisible()) {
            asked.locator("xpath=ancestor::details/summary").click();
        }
        asked.getByRole(AriaRole.RADIO).first().press(String.valueOf(answer));
        return this;
    }

    /** Answers all questions from one on to before another, in their order. */
    public MaturitySheet answer(int from, int to, IntUnaryOperator answers) {
        for (int question = from; question < to; question++) {
            answer(question, answers.applyAsInt(question));
        }
        return this;
    }

    /** How far one is, as it stays in sight above the questions. */
    public Locator progress() {
        return sheet.locator(".lk-progress");
    }

    /** The questions that are marked as wrong. */
    public Locator wrong() {
        return sheet.locator("fieldset.lk-question.has-error");
    }
}
