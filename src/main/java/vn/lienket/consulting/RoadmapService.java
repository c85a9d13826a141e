package vn.lienket.consulting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.document.PaperType;
import vn.lienket.maturity.Pillar;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The roadmap of a case: drafted, answered by the enterprise, carried out step by step, reported on at the end. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RoadmapService {

    /** The kinds of document of a case. */
    public static final String ROADMAP = "roadmap";

    static final String EVIDENCE = "evidence";

    private final ConsultingCases cases;
    private final AssessmentService assessments;
    private final ConsultingDocuments texts;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoadmapService(
            ConsultingCases cases,
            AssessmentService assessments,
            ConsultingDocuments texts,
            Documents documents,
            CurrentUser currentUser,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.assessments = assessments;
        this.texts = texts;
        this.documents = documents;
        this.currentUser = currentUser;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the steps as the next version of the roadmap and sends it to the enterprise as PDF.
     *
     * @param documentId the roadmap as the consultant wrote it; null: made from the template
     * @param support what the rules would give for the kinds of support in it today, for the template
     */
    public ConsultingCase draft(
            String caseCode, List<Map<String, Object>> steps, String documentId, SupportRules support) {
        ConsultingCase found = cases.require(caseCode);
        found.plan(check(found, steps));
        DocumentInfo document = Answers.blank(documentId)
                ? documents.store(
                        texts.roadmap(found, support),
                        "Lo-trinh-%s-%d.pdf".formatted(caseCode, found.roadmapVersion()),
                        found.channel())
                : documents.require("roadmapDocumentId", documentId, found.channel());
        documents.attach(caseCode, found.channel(), ROADMAP, document.id());
        events.publishEvent(new ConsultingEvent.RoadmapDrafted(
                found.about(), found.roadmapVersion(), found.steps().size(), found.totalCost(), document.id()));
        return cases.save(found);
    }

    /** Checks the steps of a roadmap that is being drafted, without keeping them. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<RoadmapStep> check(ConsultingCase found, List<Map<String, Object>> steps) {
        if (steps == null || steps.isEmpty()) {
            throw ProblemException.invalid("roadmapSteps", "Các bước của lộ trình: cần ít nhất một bước.");
        }
        long most = limits.of(Limit.ROWS);
        if (steps.size() > most) {
            throw ProblemException.invalid("roadmapSteps", "Các bước của lộ trình: không quá %d bước.".formatted(most));
        }
        Set<String> pillars = assessments.frameworkOf(found).pillars().stream()
                .map(Pillar::id)
                .collect(Collectors.toSet());
        FieldProblems problems = new FieldProblems();
        List<RoadmapStep> checked = new ArrayList<>();
        for (int number = 1; number <= steps.size(); number++) {
            try {
                checked.add(step(steps.get(number - 1), number, pillars));
            } catch (ProblemException wrong) {
                problems.check(false, "roadmapSteps", wrong.getMessage());
            }
        }
        problems.throwIfAny();
        return checked;
    }

    /** Takes the enterprise's answer: {@code agree}, {@code changes} or {@code decline}; a comment is needed for the last two. */
    public ConsultingCase answer(String caseCode, String decision, String comment) {
        String chosen = Answers.choice("roadmapDecision", decision, List.of("agree", "changes", "decline"));
        String text = chosen.equals("agree")
                ? Answers.optionalText("roadmapComment", comment)
                : Answers.requiredText("roadmapComment", comment);
        ConsultingCase found = cases.require(caseCode);
        found.answerRoadmap(
                new RoadmapAnswer(found.roadmapVersion(), chosen, text, respondent(), clock.instant()),
                LocalDate.now(clock));
        if (found.state() == ConsultingState.ROADMAP_DECLINED) {
            events.publishEvent(new ConsultingEvent.RoadmapDeclined(found.about(), found.endReason()));
        }
        return cases.save(found);
    }

    /**
     * Takes the result of a step.
     *
     * @param position of the step, from 0
     * @param actualCost in VND, a whole number
     */
    public void carryOut(String caseCode, int position, String result, Object actualCost, String evidence) {
        String how = Answers.requiredText("stepResult", result);
        long cost = Answers.wholeNumber("actualCost", actualCost, 0, limits.of(Limit.MONEY));
        ConsultingCase found = cases.require(caseCode);
        UUID proof = Answers.blank(evidence)
                ? null
                : documents
                        .require("evidenceDocumentId", evidence, found.channel())
                        .id();
        if (proof != null) {
            documents.attach(caseCode, found.channel(), EVIDENCE, proof);
        }
        found.carryOut(position, how, cost, proof, currentUser.actor(), clock.instant());
        cases.save(found);
    }

    /**
     * Concludes the case. Its report waits for its number, see {@link OutcomePapers}; where the model of the case registers no papers,
     * the case ends in status 10 and the enterprise is sent the report.
     */
    public void close(String caseCode, String note, Object satisfaction, boolean registersPapers) {
        String text = Answers.requiredText("closingNote", note);
        int satisfied = (int) Answers.wholeNumber("satisfaction", satisfaction, 1, 5);
        ConsultingCase found = cases.require(caseCode);
        found.close(text, satisfied, LocalDate.now(clock), registersPapers);
        if (!registersPapers) {
            send(found);
        }
        cases.save(found);
    }

    private void send(ConsultingCase closed) {
        OutcomePaper.Kind kind = OutcomePaper.Kind.REPORT;
        PaperHead head = new PaperHead(PaperType.REPORT, null, closed.closedOn(), null);
        UUID report = documents
                .store(
                        texts.paper(closed, kind, head),
                        "%s-%s.pdf".formatted(kind.fileName(), closed.caseCode()),
                        closed.channel())
                .id();
        documents.attach(closed.caseCode(), closed.channel(), kind.documentKind(), report);
        events.publishEvent(ConsultingEvent.Closed.of(closed, report));
    }

    private RoadmapStep step(Map<String, Object> given, int number, Set<String> pillars) {
        String where = "Bước %d, ".formatted(number);
        String pillar = text(given, "pillar");
        if (!pillars.contains(pillar)) {
            throw ProblemException.invalid("roadmapSteps", where + "trụ cột: hãy chọn một trụ cột của bộ câu hỏi.");
        }
        Optional<SupportKind> kind =
                SupportKind.of(Objects.requireNonNullElse(text(given, "supportKind"), SupportKind.NONE.code()));
        if (kind.isEmpty()) {
            throw ProblemException.invalid("roadmapSteps", where + "loại hỗ trợ: không có trong danh mục.");
        }
        return RoadmapStep.planned(
                Answers.requiredText("roadmapSteps", where + "tên việc", text(given, "title")),
                pillar,
                Answers.requiredText("roadmapSteps", where + "giải pháp", text(given, "solution")),
                Answers.wholeNumber(
                        "roadmapSteps", where + "chi phí (đồng)", given.get("cost"), 0, limits.of(Limit.MONEY)),
                (int) Answers.wholeNumber(
                        "roadmapSteps",
                        where + "thời hạn (ngày làm việc)",
                        given.get("dueInWorkingDays"),
                        1,
                        limits.of(Limit.WORKING_DAYS)),
                kind.get());
    }

    private static String text(Map<String, Object> given, String name) {
        return Answers.text("roadmapSteps", "Mục " + name, given.get(name));
    }

    private String respondent() {
        return currentUser.find().map(User::id).orElse(RoadmapAnswer.ENTERPRISE);
    }
}
