package vn.lienket.consulting.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.StatusChange;
import vn.lienket.cases.process.OpenTask;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.EnterpriseFiles;
import vn.lienket.consulting.LinkSubject;
import vn.lienket.consulting.OutcomePaper;
import vn.lienket.consulting.PageLinks;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.signature.SignatureWords;

/** Puts together what {@link EnterprisePage} shows, and which documents of a case its enterprise may have. */
@Component
class EnterprisePages {

    /** Those that are written to the enterprise; the evidence of steps is the office's. */
    private static final Map<String, String> PAPERS = Map.of(
            RoadmapService.ROADMAP,
            "Lộ trình chuyển đổi số",
            OutcomePaper.Kind.DECISION.documentKind(),
            "Kết quả xét hỗ trợ",
            OutcomePaper.Kind.REPORT.documentKind(),
            "Báo cáo kết quả");

    private static final Map<LinkSubject, String> TASKS = Map.of(
            LinkSubject.SUPPLEMENT, ConsultingModel.TASK_SUPPLEMENT,
            LinkSubject.ROADMAP, ConsultingModel.TASK_CONFIRM_ROADMAP);

    /** Statuses that not every case comes to. */
    private static final Set<CaseStatus> SIDEWAYS = Set.of(
            CaseStatus.NOT_ACCEPTED,
            CaseStatus.SUPPLEMENT_REQUESTED,
            CaseStatus.PAYMENT_REQUESTED,
            CaseStatus.WITHDRAWN,
            CaseStatus.SUSPENDED);

    private final AnswerLinks links;
    private final PageLinks pageLinks;
    private final Dossiers dossiers;
    private final CaseClocks clocks;
    private final OpenTasks openTasks;
    private final Documents documents;
    private final EnterpriseFiles files;
    private final SignatureWords signatures;
    private final Parties parties;
    private final Clock clock;

    EnterprisePages(
            AnswerLinks links,
            PageLinks pageLinks,
            Dossiers dossiers,
            CaseClocks clocks,
            OpenTasks openTasks,
            Documents documents,
            EnterpriseFiles files,
            SignatureWords signatures,
            Parties parties,
            Clock clock) {
        this.links = links;
        this.pageLinks = pageLinks;
        this.dossiers = dossiers;
        this.clocks = clocks;
        this.openTasks = openTasks;
        this.documents = documents;
        this.files = files;
        this.signatures = signatures;
        this.parties = parties;
        this.clock = clock;
    }

    EnterprisePage of(ConsultingCase found) {
        String caseCode = found.caseCode();
        List<OpenTask> tasks = openTasks.of(caseCode);
        List<OpenTask> office = tasks.stream()
                .filter(task -> !TASKS.containsValue(task.taskDefinitionKey()))
                .toList();
        List<ClockStop> stops = clocks.stops(caseCode);
        boolean paused = found.closedOn() == null && stops.stream().anyMatch(stop -> stop.to() == null);
        return new EnterprisePage(
                caseCode,
                found.applicant().enterpriseName(),
                found.applicant().taxCode(),
                found.need(),
                steps(found),
                owed(found, tasks),
                office.stream()
                        .map(task -> new EnterprisePage.Work(task.name(), paused ? null : task.due()))
                        .toList(),
                paused,
                stops,
                papers(found),
                files.of(caseCode).stream()
                        .map(file -> paper(file, "Doanh nghiệp gửi"))
                        .toList(),
                contact(found, office),
                found.endReason(),
                found.closedOn(),
                pageLinks.lastDay(found).orElse(null));
    }

    /** A document that is written to the enterprise, or that it sent; empty for any other, of this case or of another. */
    Optional<CaseDocument> document(ConsultingCase found, String id) {
        return Stream.concat(
                        documents.of(found.caseCode()).stream().filter(document -> PAPERS.containsKey(document.kind())),
                        files.of(found.caseCode()).stream())
                .filter(document -> document.id().toString().equals(id))
                .findFirst();
    }

    private List<EnterprisePage.Step> steps(ConsultingCase found) {
        Map<CaseStatus, List<Instant>> days = dossiers.history(found.caseCode()).stream()
                .collect(Collectors.groupingBy(
                        StatusChange::status,
                        () -> new EnumMap<>(CaseStatus.class),
                        Collectors.mapping(StatusChange::changedAt, Collectors.toList())));
        return Arrays.stream(CaseStatus.values())
                .map(status -> new EnterprisePage.Step(
                        status.number(),
                        status.label(),
                        status == found.state().status(),
                        days.getOrDefault(status, List.of()),
                        SIDEWAYS.contains(status)
                                ? "không phát sinh"
                                : found.closedOn() == null ? "chưa đến" : "không qua bước này"))
                .toList();
    }

    private EnterprisePage.Owed owed(ConsultingCase found, List<OpenTask> tasks) {
        return links.awaited(found)
                .map(subject -> {
                    OffsetDateTime due = tasks.stream()
                            .filter(task -> task.taskDefinitionKey().equals(TASKS.get(subject)))
                            .map(OpenTask::due)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
                    return new EnterprisePage.Owed(
                            subject,
                            subject == LinkSubject.SUPPLEMENT
                                    ? found.supplement().request()
                                    : null,
                            due,
                            due != null && due.toInstant().isBefore(clock.instant()));
                })
                .orElse(null);
    }

    private List<EnterprisePage.Paper> papers(ConsultingCase found) {
        return documents.of(found.caseCode()).stream()
                .filter(document -> PAPERS.containsKey(document.kind()))
                .map(document -> paper(document, PAPERS.get(document.kind())))
                .toList();
    }

    private EnterprisePage.Paper paper(CaseDocument document, String kind) {
        return new EnterprisePage.Paper(
                document.id(),
                kind,
                document.version(),
                document.fileName(),
                document.addedAt(),
                signatures.of(document.id()));
    }

    private EnterprisePage.Contact contact(ConsultingCase found, List<OpenTask> office) {
        Organisation lead = parties.acting(found.leadOrganisation()).orElseThrow();
        return new EnterprisePage.Contact(
                lead.name(),
                lead.email(),
                office.stream()
                        .map(OpenTask::assignee)
                        .filter(Objects::nonNull)
                        .flatMap(id -> parties.person(id).stream())
                        .filter(person -> person.organisation().equals(lead.id()))
                        .map(Person::name)
                        .distinct()
                        .toList(),
                parties.personName(found.consultant()),
                parties.organisationName(found.consultantOrganisation()));
    }
}
