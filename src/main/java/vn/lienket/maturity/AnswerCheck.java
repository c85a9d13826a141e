package vn.lienket.maturity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lienket.problem.FieldProblems;

/** Checks the answers of one assessment and names the questions as the form numbers them, with their ids. */
final class AnswerCheck {

    private static final String FIELD = "answers";
    private static final int MOST_UNKNOWN = 5;

    private final MaturityFramework framework;
    private final Map<String, Integer> answers = new LinkedHashMap<>();
    private final List<String> unanswered = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    AnswerCheck(MaturityFramework framework) {
        this.framework = framework;
    }

    Map<String, Integer> check(Map<String, ?> raw) {
        Map<String, ?> given = raw == null ? Map.of() : raw;
        for (Pillar pillar : framework.pillars()) {
            int number = 0;
            for (Question question : pillar.questions()) {
                String place = "%s câu %d (%s)".formatted(pillar.shortName(), ++number, question.id());
                take(question.id(), given.get(question.id()), place);
            }
        }
        List<String> unknown = given.keySet().stream()
                .filter(id -> framework.questions().noneMatch(question -> Objects.equals(question.id(), id)))
                .limit(MOST_UNKNOWN)
                .toList();
        new FieldProblems()
                .check(
                        unanswered.isEmpty(),
                        FIELD,
                        "Phiếu đánh giá: %d câu hỏi chưa trả lời: %s."
                                .formatted(unanswered.size(), String.join(", ", unanswered)))
                .check(
                        wrong.isEmpty(),
                        FIELD,
                        "Phiếu đánh giá: câu trả lời phải là số nguyên từ 0 đến %d: %s."
                                .formatted(MaturityFramework.HIGHEST_ANSWER, String.join(", ", wrong)))
                .check(
                        unknown.isEmpty(),
                        FIELD,
                        "Phiếu đánh giá: bộ câu hỏi %s không có câu hỏi: %s."
                                .formatted(framework.version(), String.join(", ", unknown)))
                .throwIfAny();
        return Collections.unmodifiableMap(answers);
    }

    private void take(String id, Object value, String place) {
        if (value == null || value instanceof String text && text.isBlank()) {
            unanswered.add(place);
        } else if (isAnswer(value)) {
            answers.put(id, new BigDecimal(value.toString()).intValueExact());
        } else {
            wrong.add(place);
        }
    }

    /** 4, 4.0 and "4" are one answer: JSON, forms and the engine write it differently. */
    private static boolean isAnswer(Object value) {
        return (value instanceof Number || value instanceof String)
                && value.toString().matches("[0-%d](\\.0)?".formatted(MaturityFramework.HIGHEST_ANSWER));
    }
}
