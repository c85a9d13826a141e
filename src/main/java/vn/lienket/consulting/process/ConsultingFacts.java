package vn.lienket.consulting.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.CaseFacts;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.OutcomePapers;
import vn.lienket.consulting.RoadmapStep;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.SupportKind;
import vn.lienket.consulting.SupportService;

/** What the models ask about a case in their expressions. */
@Component
public class ConsultingFacts {

    /** As many characters as the engine's tables take. */
    private static final int MAX_TASK_NAME = 255;

    private final ConsultingService consulting;
    private final SupportService support;
    private final OutcomePapers papers;
    private final Clock clock;

    ConsultingFacts(ConsultingService consulting, SupportService support, OutcomePapers papers, Clock clock) {
        this.consulting = consulting;
        this.support = support;
        this.papers = papers;
        this.clock = clock;
    }

    public CaseFacts of(String caseCode) {
        return consulting.facts(caseCode);
    }

    /** The day the rules are asked for, {@code yyyy-MM-dd}. */
    public String today() {
        return LocalDate.now(clock).toString();
    }

    public int verificationDays(String caseCode) {
        return consulting.facts(caseCode).verificationDays();
    }

    /** 0 to 100; {@code stage} is BEFORE or AFTER. */
    public BigDecimal score(String caseCode, String stage) {
        return find(caseCode).assessment(Stage.valueOf(stage)).orElseThrow().overall();
    }

    /** Codes of the kinds of support that the roadmap asks for. */
    public List<String> supportKinds(String caseCode) {
        return find(caseCode).supportKinds().stream().map(SupportKind::code).toList();
    }

    public boolean entitlementsKnown(String caseCode) {
        return support.entitlementsKnown(caseCode);
    }

    /** The positions of the roadmap's steps, from 0. */
    public List<Integer> steps(String caseCode) {
        return IntStream.range(0, find(caseCode).steps().size()).boxed().toList();
    }

    /** What the task of a step is called, so that those of one case can be told apart; a long title is cut. */
    public String stepName(String caseCode, int step) {
        String name =
                "Thực hiện bước %d: %s".formatted(step + 1, step(caseCode, step).title());
        return name.codePointCount(0, name.length()) <= MAX_TASK_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_TASK_NAME - 1)) + "…";
    }

    public int stepDays(String caseCode, int step) {
        return step(caseCode, step).dueInWorkingDays();
    }

    /** The number that the clerk's register gives next. */
    public String proposedNumber(String caseCode) {
        return papers.proposedNumber(caseCode);
    }

    private RoadmapStep step(String caseCode, int step) {
        return find(caseCode).steps().get(step);
    }

    private ConsultingCase find(String caseCode) {
        return consulting.find(caseCode).orElseThrow();
    }
}
