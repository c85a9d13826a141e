package vn.lienket.consulting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.maturity.Level;
import vn.lienket.maturity.MaturityFramework;
import vn.lienket.maturity.MaturityFrameworks;
import vn.lienket.maturity.Scores;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** The two assessments of an enterprise's digital maturity, before and after; both with the same version of the framework. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AssessmentService {

    private final ConsultingCases cases;
    private final MaturityFrameworks frameworks;
    private final CurrentUser currentUser;
    private final Clock clock;

    AssessmentService(ConsultingCases cases, MaturityFrameworks frameworks, CurrentUser currentUser, Clock clock) {
        this.cases = cases;
        this.frameworks = frameworks;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Takes the answers; an unanswered question is refused. Whoever makes the first assessment is the consultant of the case from
     * then on.
     *
     * @param version of the framework; may be left out the second time
     * @param given question → 0 to 5
     */
    public ConsultingCase assess(String caseCode, Stage stage, String version, Map<String, ?> given) {
        ConsultingCase found = cases.require(caseCode);
        MaturityFramework framework = framework(found, stage, version);
        Map<String, Integer> answers = framework.check(given == null ? Map.of() : given);
        String actor = currentUser.actor();
        found.assess(
                stage, framework.version(), answers, framework.score(answers).overall(), actor, clock.instant());
        return cases.save(found);
    }

    /** Takes what the rule says of the level; without a rule nothing changes and a person determines it. */
    public void level(String caseCode, Stage stage, Optional<LevelRule> rule) {
        ConsultingCase found = cases.require(caseCode);
        rule.ifPresent(known -> reach(found, stage, known));
    }

    /** A person determines the level where there is no rule. */
    public void determineLevel(String caseCode, Stage stage, String level, String basis) {
        ConsultingCase found = cases.require(caseCode);
        Level chosen = framework(found.frameworkVersion())
                .level(Answers.stripped(level))
                .orElseThrow(() ->
                        ProblemException.invalid("chosenLevel", "Mức độ sẵn sàng: hãy chọn một mức của bộ câu hỏi."));
        String citation = Answers.requiredText("levelBasis", basis);
        reach(found, stage, new LevelRule(chosen.id(), chosen.name(), citation, null));
    }

    /** The scores of an assessment, or empty before it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Scores> scores(ConsultingCase found, Stage stage) {
        return found.assessment(stage)
                .map(assessment -> framework(found.frameworkVersion()).score(found.answers(stage)));
    }

    /** The framework of a case's assessments, or before the first the one in force. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public MaturityFramework frameworkOf(ConsultingCase found) {
        return found.frameworkVersion() == null
                ? frameworks.current(LocalDate.now(clock)).orElseThrow()
                : framework(found.frameworkVersion());
    }

    private void reach(ConsultingCase found, Stage stage, LevelRule rule) {
        found.level(stage, rule);
        cases.save(found);
    }

    private MaturityFramework framework(ConsultingCase found, Stage stage, String version) {
        String given = Answers.stripped(version);
        if (stage == Stage.AFTER) {
            if (!given.isEmpty() && !given.equals(found.frameworkVersion())) {
                throw ProblemException.invalid(
                        "frameworkVersion",
                        "Phiên bản bộ câu hỏi: lần đánh giá lại phải dùng đúng phiên bản %s."
                                .formatted(found.frameworkVersion()));
            }
            return framework(found.frameworkVersion());
        }
        return frameworks
                .find(given)
                .filter(framework -> framework.isInForce(LocalDate.now(clock)))
                .orElseThrow(() -> ProblemException.invalid(
                        "frameworkVersion", "Phiên bản bộ câu hỏi: không có phiên bản này, hoặc đã hết hiệu lực."));
    }

    private MaturityFramework framework(String version) {
        return frameworks.find(version).orElseThrow();
    }
}
