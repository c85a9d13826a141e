package vn.lienket.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.calendar.Terms;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The plan and the contract of a transfer: prepared, approved by every party, registered where the law wants it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransferPlanService {

    static final String CONTRACT = "contract";

    private final TransferCases cases;
    private final ContractClauses clauses;
    private final TransferDocuments texts;
    private final Documents documents;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final Terms terms;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferPlanService(
            TransferCases cases,
            ContractClauses clauses,
            TransferDocuments texts,
            Documents documents,
            Parties parties,
            CurrentUser currentUser,
            Terms terms,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.clauses = clauses;
        this.texts = texts;
        this.documents = documents;
        this.parties = parties;
        this.currentUser = currentUser;
        this.terms = terms;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the items and the contract as the next version of the plan.
     *
     * @param given one {@code {kind, title, dueInWorkingDays, …}} for each item, with the fields of its kind
     * @param clauseTexts clause id → text
     * @param documentId the contract as the parties wrote it; null: made from the clauses
     */
    public TransferCase prepare(
            String caseCode, List<Map<String, Object>> given, Map<String, Object> clauseTexts, String documentId) {
        TransferCase found = cases.require(caseCode);
        List<TransferItem> items = items(given);
        List<TransferClause> agreed = clauses(clauseTexts);
        UUID contract = Answers.blank(documentId)
                ? null
                : documents
                        .require("contractDocumentId", documentId, found.channel())
                        .id();
        found.plan(items, agreed, contract, currentUser.actor());
        if (contract == null) {
            contract = documents
                    .store(
                            texts.contract(found),
                            "Du-thao-hop-dong-%s-%d.pdf"
                                    .formatted(caseCode, found.plan().version()),
                            found.channel())
                    .id();
        }
        documents.attach(caseCode, found.channel(), CONTRACT, contract);
        return cases.save(found);
    }

    /** The mandatory clauses that the contract lacks; none are missed where the parties brought their own document. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<ContractClause> missingClauses(TransferCase found) {
        if (found.plan().contractDocument() != null) {
            return List.of();
        }
        return clauses.all().stream()
                .filter(ContractClause::mandatory)
                .filter(clause -> found.plan().clauses().stream()
                        .noneMatch(written -> written.clause().equals(clause.id())))
                .toList();
    }

    /** Takes a party's word on the plan; a comment is needed for changes, and no contract that lacks a clause is approved. */
    public void approve(String caseCode, String party, String decision, String comment) {
        String chosen = Answers.choice("planDecision", decision, List.of("approve", "changes"));
        boolean approves = chosen.equals("approve");
        String text =
                approves ? Answers.optionalText("planComment", comment) : Answers.requiredText("planComment", comment);
        TransferCase found = cases.require(caseCode);
        List<ContractClause> missing = approves ? missingClauses(found) : List.of();
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(
                    "planDecision",
                    "Chưa duyệt được: hợp đồng thiếu điều khoản bắt buộc: %s. Hãy yêu cầu sửa kế hoạch."
                            .formatted(
                                    missing.stream().map(ContractClause::name).collect(Collectors.joining("; "))));
        }
        found.approvePlan(
                new PlanOpinion(found.plan().version(), party, approves, text, currentUser.actor(), clock.instant()));
        cases.save(found);
    }

    /** Ends the round of approval; true if every party approved: the contract gets its date, and its number if we made it. */
    public boolean concludeApproval(String caseCode) {
        TransferCase found = cases.require(caseCode);
        boolean approved = found.concludePlanApproval(LocalDate.now(clock));
        if (approved && found.plan().contractDocument() == null) {
            number(found);
        }
        if (approved) {
            invite(found);
            events.publishEvent(new TransferEvent.PlanApproved(
                    found.about(),
                    found.plan().items(),
                    found.plan().contractDocument(),
                    found.plan().contractNumber(),
                    found.plan().contractedOn()));
        }
        cases.save(found);
        return approved;
    }

    /** Takes what the rule says of the registration; without a rule nothing changes and a person says. */
    public TransferCase requireRegistration(String caseCode, Optional<RegistrationRule> rule) {
        TransferCase found = cases.require(caseCode);
        rule.ifPresent(found::requireRegistration);
        return cases.save(found);
    }

    /** The requester's clerk says whether the contract must be registered, where there is no rule. */
    public TransferCase requireRegistrationByHand(String caseCode, String compulsory, Object days, String basis) {
        boolean must = Answers.flag("registrationCompulsory", compulsory);
        return requireRegistration(
                caseCode,
                Optional.of(new RegistrationRule(
                        must,
                        must
                                ? (int) Answers.wholeNumber(
                                        "registrationDays", days, 1, limits.of(Limit.REGISTRATION_DAYS))
                                : null,
                        Answers.requiredText("registrationBasis", basis),
                        null)));
    }

    /** Tells how long the registration has left, or that it is late. */
    public void warnRegistration(String caseCode) {
        TransferCase found = cases.require(caseCode);
        LocalDate contractedOn = found.plan().contractedOn();
        int left = (int) ChronoUnit.DAYS.between(
                LocalDate.now(clock), found.registration().due());
        int lastWarning = registrationWarningDays(found, "lastRegistrationWarning");
        boolean last = left <= lastWarning;
        events.publishEvent(
                left < 0
                        ? new TransferEvent.RegistrationLate(found.about(), contractedOn, found.registration())
                        : new TransferEvent.RegistrationDue(
                                found.about(),
                                contractedOn,
                                found.registration(),
                                last ? lastWarning : registrationWarningDays(found, "firstRegistrationWarning"),
                                last,
                                left));
    }

    /** How many days before the registration of this contract is due the warning comes: a term of the reference data. */
    public int registrationWarningDays(TransferCase found, String warning) {
        return terms.days(warning, found.plan().contractedOn());
    }

    /** Takes the certificate, also a late one; the contract then takes effect and delivery begins. */
    public void register(String caseCode, String number, String date) {
        String given = Answers.requiredText("registrationNumber", number);
        LocalDate on = Answers.date("registrationDate", date);
        TransferCase found = cases.require(caseCode);
        found.register(given, on, LocalDate.now(clock));
        cases.save(found);
        events.publishEvent(
                new TransferEvent.Registered(found.about(), found.plan().contractedOn(), found.registration()));
    }

    private void number(TransferCase found) {
        Organisation provider = parties.acting(found.providingOrganisation()).orElseThrow();
        cases.lockContracts(provider.id());
        int sequence = cases.lastContract(
                        parties.line(provider.id()), found.plan().contractedOn().getYear())
                + 1;
        String number = "%02d/HĐ-%s".formatted(sequence, provider.abbreviation());
        UUID contract = documents
                .store(texts.contract(found, number), "Hop-dong-%s.pdf".formatted(found.caseCode()), found.channel())
                .id();
        documents.attach(found.caseCode(), found.channel(), CONTRACT, contract);
        found.number(sequence, number, contract);
    }

    private static void invite(TransferCase found) {
        List<Integer> meetings = new ArrayList<>();
        for (int item = 0; item < found.plan().items().size(); item++) {
            if (found.plan().items().get(item).isScheduled()) {
                meetings.add(item);
            }
        }
        found.invite(meetings);
    }

    private List<TransferClause> clauses(Map<String, Object> texts) {
        if (texts == null) {
            return List.of();
        }
        texts.keySet().stream()
                .filter(id -> clauses.find(id).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw ProblemException.invalid(
                            "contractClauses", "Điều khoản hợp đồng: không có trong danh mục: %s.".formatted(unknown));
                });
        return clauses.all().stream()
                .map(clause -> new TransferClause(
                        clause.id(),
                        Answers.optionalText(
                                "contractClauses",
                                clause.name(),
                                Answers.text("contractClauses", clause.name(), texts.get(clause.id())))))
                .filter(clause -> clause.text() != null)
                .toList();
    }

    private List<TransferItem> items(List<Map<String, Object>> given) {
        if (given == null || given.isEmpty()) {
            throw ProblemException.invalid("transferItems", "Nội dung chuyển giao: cần ít nhất một nội dung.");
        }
        long most = limits.of(Limit.ROWS);
        if (given.size() > most) {
            throw ProblemException.invalid(
                    "transferItems", "Nội dung chuyển giao: không quá %d nội dung.".formatted(most));
        }
        FieldProblems problems = new FieldProblems();
        List<TransferItem> items = new ArrayList<>();
        for (int number = 1; number <= given.size(); number++) {
            try {
                items.add(item(given.get(number - 1), "Nội dung %d, ".formatted(number)));
            } catch (ProblemException wrong) {
                problems.check(false, "transferItems", wrong.getMessage());
            }
        }
        problems.throwIfAny();
        return items;
    }

    private TransferItem item(Map<String, Object> given, String where) {
        ItemKind kind = ItemKind.of(text(given, "kind"))
                .orElseThrow(() -> ProblemException.invalid(
                        "transferItems",
                        where + "loại: hãy chọn tài liệu, đào tạo, chuyên gia, cấu hình hoặc phần mềm."));
        return TransferItem.planned(
                kind,
                Answers.requiredText("transferItems", where + "tên", text(given, "title")),
                (int) Answers.wholeNumber(
                        "transferItems",
                        where + "thời hạn (ngày làm việc)",
                        given.get("dueInWorkingDays"),
                        1,
                        limits.of(Limit.WORKING_DAYS)),
                details(kind, given, where),
                currentUser.actor());
    }

    private ItemDetails details(ItemKind kind, Map<String, Object> given, String where) {
        boolean training = kind == ItemKind.TRAINING;
        boolean expert = kind == ItemKind.EXPERT;
        boolean configuration = kind == ItemKind.CONFIGURATION;
        boolean software = kind == ItemKind.SOFTWARE;
        LocalDate from = kind.isMeeting() ? day(given, "startsOn", where + "ngày bắt đầu") : null;
        LocalDate to = expert ? day(given, "endsOn", where + "ngày kết thúc") : null;
        if (from != null && from.isBefore(LocalDate.now(clock))) {
            throw ProblemException.invalid("transferItems", where + "ngày bắt đầu: không được ở quá khứ.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("transferItems", where + "ngày kết thúc: không được trước ngày bắt đầu.");
        }
        return new ItemDetails(
                from,
                to,
                kind.isMeeting() ? words(given, "place", where + "địa điểm") : null,
                training && given.get("people") != null
                        ? (int) Answers.wholeNumber(
                                "transferItems", where + "số người", given.get("people"), 1, limits.of(Limit.ATTENDEES))
                        : null,
                expert ? words(given, "person", where + "chuyên gia") : null,
                configuration ? words(given, "systemName", where + "hệ thống") : null,
                configuration ? words(given, "acceptanceTest", where + "cách kiểm thử") : null,
                software ? words(given, "softwareName", where + "tên phần mềm") : null,
                software ? words(given, "softwareVersion", where + "phiên bản") : null,
                software ? words(given, "licence", where + "giấy phép") : null,
                software
                        ? (Boolean) Answers.flag(
                                "transferItems",
                                where + "bàn giao mã nguồn (sourceDelivered)",
                                given.get("sourceDelivered"))
                        : null);
    }

    private static String words(Map<String, Object> given, String name, String label) {
        return Answers.optionalText("transferItems", label, text(given, name));
    }

    private static LocalDate day(Map<String, Object> given, String name, String label) {
        String text = text(given, name);
        return Answers.blank(text) ? null : Answers.date("transferItems", label, text);
    }

    private static String text(Map<String, Object> given, String name) {
        return Answers.text("transferItems", "Mục " + name, given.get(name));
    }
}
