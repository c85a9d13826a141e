package vn.lienket.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.DocumentNumber;
import vn.lienket.document.Documents;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;
import vn.lienket.signature.ElectronicSignatures;
import vn.lienket.signature.SigningRules;

/**
 * What is done with agreements. Each method is one step and runs in the transaction of the engine's command; input comes unchecked
 * from forms and is refused with a {@link ProblemException} that names the field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AgreementService {

    /** The word for agreements in the register of cases. */
    public static final String KIND = "agreement";

    static final String DRAFT = "draft";
    static final String SIGNED = "signed";

    private final Agreements agreements;
    private final Dossiers dossiers;
    private final Documents documents;
    private final AgreementPapers papers;
    private final ElectronicSignatures electronicSignatures;
    private final SigningRules signingRules;
    private final Parties parties;
    private final CooperationFields cooperationFields;
    private final CurrentUser currentUser;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementService(
            Agreements agreements,
            Dossiers dossiers,
            Documents documents,
            AgreementPapers papers,
            ElectronicSignatures electronicSignatures,
            SigningRules signingRules,
            Parties parties,
            CooperationFields cooperationFields,
            CurrentUser currentUser,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agreements = agreements;
        this.dossiers = dossiers;
        this.documents = documents;
        this.papers = papers;
        this.electronicSignatures = electronicSignatures;
        this.signingRules = signingRules;
        this.parties = parties;
        this.cooperationFields = cooperationFields;
        this.currentUser = currentUser;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a case in status 1 for the lead organisation, by one of its own people. */
    public Agreement open(AgreementRequest request) {
        AgreementTerms terms = check(request);
        Channel channel = parties.channel(terms.channel()).orElseThrow();
        requireMayOpen(terms);
        UUID startDocument = Answers.blank(request.draftDocumentId())
                ? null
                : documents
                        .require("draftDocumentId", request.draftDocumentId(), terms.channel())
                        .id();
        if (request.predecessor() != null) {
            requireRenewable(request.predecessor(), terms.channel());
        }
        List<AgreementParty> named = channel.parties().stream()
                .map(id -> parties.organisation(id).orElseThrow())
                .map(party -> new AgreementParty(party.id(), party.name(), party.abbreviation()))
                .toList();
        String code =
                dossiers.open(KIND, terms.title(), terms.channel(), terms.leadOrganisation(), "", terms.onlyField());
        return agreements.save(Agreement.open(code, terms, named, request.predecessor(), startDocument));
    }

    /** Takes the uploaded draft, or makes one from the template, as version 1. */
    public Agreement draft(String caseCode, String documentId, boolean generate, String note) {
        Agreement agreement = lock(caseCode);
        return next(
                agreement,
                documentId,
                generate,
                Answers.optionalText("draftNote", note),
                "Dự thảo: hãy tải tệp lên, hoặc chọn tạo dự thảo từ mẫu.");
    }

    /** Takes the revised draft, or makes it anew from the template, as the next version, which opens a new review round. */
    public Agreement revise(String caseCode, String documentId, boolean generate, String note) {
        Agreement agreement = lock(caseCode);
        return next(
                agreement,
                documentId,
                generate,
                Answers.optionalText("revisionNote", note),
                "Dự thảo: hãy tải lên bản đã chỉnh sửa, hoặc chọn tạo lại dự thảo từ mẫu.");
    }

    private Agreement next(Agreement agreement, String documentId, boolean generate, String note, String missing) {
        if (generate) {
            return generate(agreement, note);
        }
        if (Answers.blank(documentId)) {
            throw ProblemException.invalid("draftDocumentId", missing);
        }
        DocumentInfo draft = documents.require("draftDocumentId", documentId, agreement.channel());
        electronicSignatures.requireUnsigned("draftDocumentId", draft.id());
        return submit(agreement, draft, null, note);
    }

    /**
     * The draft as the template has it now, for the people of the lead while it is theirs to write; nothing is kept of it. 403 for
     * others of the channel, 409 once it is not to be written any more.
     *
     * @param caseCode of a case that the user may see
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public byte[] templateDraft(String caseCode, TemplateFormat format) {
        Agreement agreement = agreements.findByCaseCode(caseCode).orElseThrow();
        User user = currentUser.require();
        if (!user.administrator() && !user.actsFor(agreement.leadOrganisation())) {
            throw ProblemException.forbidden("Chỉ người của đơn vị chủ trì lấy được dự thảo từ mẫu.");
        }
        if (agreement.state() != AgreementState.DRAFTING && agreement.state() != AgreementState.REVISING) {
            throw ProblemException.conflict("Hồ sơ %s không ở bước soạn hoặc chỉnh sửa dự thảo.".formatted(caseCode));
        }
        return format.render(papers, agreement);
    }

    /** Records a party's legal review; a comment is needed for changes. */
    public void review(String caseCode, String party, String decision, String comment) {
        boolean approves = decision("reviewDecision", "Kết luận thẩm định", decision, "approve", "changes");
        String text = comment("reviewComment", "Ý kiến thẩm định", comment, approves);
        Agreement agreement = lock(caseCode);
        agreement.review(party, approves, text, currentUser.actor(), clock.instant());
        agreements.save(agreement);
    }

    /** Ends the review round: on to the approval if every party approved, else back to the revision. */
    public Agreement concludeReview(String caseCode) {
        Agreement agreement = lock(caseCode);
        agreement.concludeReview();
        return agreements.save(agreement);
    }

    /** Records a leader's approval; a comment is needed for a rejection. */
    public void approve(String caseCode, String party, String decision, String comment) {
        boolean approves = decision("approvalDecision", "Quyết định phê duyệt", decision, "approve", "reject");
        String text = comment("approvalComment", "Ý kiến phê duyệt", comment, approves);
        Agreement agreement = lock(caseCode);
        agreement.approve(party, approves, text, currentUser.actor(), clock.instant());
        agreements.save(agreement);
    }

    /** Ends the approval: freezes the version if every leader approved, else sends it back to the revision. */
    public Agreement concludeApproval(String caseCode) {
        Agreement agreement = lock(caseCode);
        agreement.concludeApproval();
        return agreements.save(agreement);
    }

    /** Begins the signing by the rule of today. */
    public Agreement awaitSignatures(String caseCode) {
        Agreement agreement = lock(caseCode);
        List<String> organisations =
                agreement.parties().stream().map(AgreementParty::organisation).toList();
        agreement.awaitSignatures(signingRules.turns(KIND, organisations));
        return agreements.save(agreement);
    }

    /** The turn at a position. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public AgreementTurn turn(String caseCode, int position) {
        return agreements.findByCaseCode(caseCode).orElseThrow().turns().get(position);
    }

    /**
     * Takes a signed file: see {@link ElectronicSignatures}; or a scan of the paper when that was chosen.
     *
     * @param turn its position among the turns; null in cases that began when each party had one
     */
    public Agreement sign(String caseCode, String party, Integer turn, String documentId, boolean byHand) {
        Agreement agreement = lock(caseCode);
        AgreementTurn open = turn == null ? agreement.openTurn(party) : agreement.openTurn(turn);
        DocumentInfo signed = documents.require("signedDocumentId", documentId, agreement.channel());
        if (byHand) {
            electronicSignatures.requireScan(agreement, signed);
        } else {
            electronicSignatures.require(agreement, open.turn(), signed.id());
        }
        documents.attach(caseCode, agreement.channel(), SIGNED, signed.id());
        agreement.sign(new Signature(
                open.party(),
                signed.id(),
                signed.sha256(),
                byHand,
                currentUser.actor(),
                clock.instant(),
                open.role(),
                open.key()));
        return agreements.save(agreement);
    }

    /**
     * The number this party's register would give next in the current year, e.g. {@code 05/BTT-STTTT}. It is remembered as proposed,
     * see {@link #register}.
     */
    public String proposedNumber(String caseCode, String party) {
        Agreement agreement = agreements.findByCaseCode(caseCode).orElseThrow();
        AgreementParty named = agreement.parties().stream()
                .filter(candidate -> candidate.organisation().equals(party))
                .findFirst()
                .orElseThrow();
        DocumentNumber next =
                next(party, LocalDate.now(clock).getYear(), agreement.type().name(), abbreviation(named));
        agreements.keepProposal(caseCode, party, next.toString());
        return next.toString();
    }

    private DocumentNumber next(String party, int year, String type, String body) {
        return new DocumentNumber(agreements.lastSequence(register(party), year, type) + 1, type, body);
    }

    /** Whose entries stand in a party's register: its own, and those of whom its successor has taken over. */
    private List<String> register(String party) {
        return parties.line(parties.actingFor(party));
    }

    /** As the agreement was opened, or as who has taken over is called. */
    private String abbreviation(AgreementParty party) {
        return parties.successor(party.organisation())
                .map(Organisation::abbreviation)
                .orElse(party.abbreviation());
    }

    /**
     * Enters the agreement in a party's register under its own number. A number that was proposed and left as it is gives way to the
     * next free one of the document's year; one that the clerk has chosen is refused if it is taken.
     */
    public void register(String caseCode, String party, String number, String date) {
        Agreement agreement = lock(caseCode);
        DocumentNumber parsed = DocumentNumber.parse(
                number, agreement.type().name(), agreement.type().label());
        LocalDate on = Answers.date("documentDate", date);
        if (on.isAfter(LocalDate.now(clock))) {
            throw ProblemException.invalid("documentDate", "Ngày văn bản không được ở tương lai.");
        }
        agreements.lockNumbers(parties.actingFor(party));
        boolean free = agreements
                .findByNumber(register(party), on.getYear(), parsed.type(), parsed.sequence())
                .isEmpty();
        boolean proposed = agreements.isProposal(caseCode, party, parsed.toString());
        DocumentNumber entered = parsed.entered(
                on,
                LocalDate.now(clock),
                free,
                proposed,
                () -> next(party, on.getYear(), parsed.type(), parsed.body()));
        agreement.register(party, entered, on, currentUser.actor(), clock.instant());
        try {
            agreements.save(agreement);
        } catch (RuntimeException e) {
            if (e instanceof DuplicateKeyException || e.getCause() instanceof DuplicateKeyException) {
                throw parsed.taken(on);
            }
            throw e;
        }
    }

    /** All registered: the agreement is in force and its dossier's result returned. */
    public Agreement enterIntoForce(String caseCode) {
        Agreement agreement = lock(caseCode);
        agreement.enterIntoForce();
        agreements.save(agreement);
        events.publishEvent(new AgreementEvent.InForce(agreement.about(), agreement.register()));
        return agreement;
    }

    /** Withdraws the case in any state before it is in force. */
    public void withdraw(String caseCode, String reason) {
        String text = Answers.requiredText("withdrawalReason", reason);
        Agreement agreement = lock(caseCode);
        agreement.withdraw(text, LocalDate.now(clock));
        agreements.save(agreement);
        events.publishEvent(new AgreementEvent.Withdrawn(agreement.about(), text));
    }

    /** Tells the lead that the last day is near, {@code stage} days before it; fewer are left if it was registered late. */
    public void warnExpiry(String caseCode, int stage) {
        Agreement agreement = lock(caseCode);
        long left = LocalDate.now(clock).until(agreement.effectiveTo(), ChronoUnit.DAYS);
        events.publishEvent(
                new AgreementEvent.ExpiryNear(agreement.about(), stage, (int) Math.max(0, Math.min(stage, left))));
    }

    /** Checks the lead's decision; true to renew. */
    public boolean decideRenewal(String decision) {
        return decision("renewalDecision", "Quyết định gia hạn", decision, "renew", "expire");
    }

    /** The start fields of the case that renews this agreement: the same terms for as long again. */
    public AgreementRequest renewal(String caseCode) {
        Agreement agreement = lock(caseCode);
        LocalDate from = agreement.effectiveTo().plusDays(1);
        LocalDate to = from.plus(agreement.effectiveFrom().until(agreement.effectiveTo()));
        return new AgreementRequest(
                agreement.title(),
                agreement.type().name(),
                agreement.channel(),
                parties.actingFor(agreement.leadOrganisation()),
                agreement.cooperationFields(),
                agreement.legalBasis(),
                from.toString(),
                to.toString(),
                null,
                caseCode);
    }

    public void expire(String caseCode) {
        Agreement agreement = lock(caseCode);
        agreement.expire(LocalDate.now(clock));
        agreements.save(agreement);
        events.publishEvent(new AgreementEvent.Expired(agreement.about()));
    }

    /** Ends an agreement in force before its last day. */
    public void terminate(String caseCode, String reason) {
        String text = Answers.requiredText("terminationReason", reason);
        Agreement agreement = lock(caseCode);
        agreement.terminate(text, LocalDate.now(clock));
        agreements.save(agreement);
        events.publishEvent(new AgreementEvent.Terminated(agreement.about(), agreement.endedOn(), text));
    }

    /** Reads an agreement without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Agreement> find(String caseCode) {
        return agreements.findByCaseCode(caseCode);
    }

    /** Code of an agreement in force in the channel that covers this field of cooperation. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<String> inForce(String channel, String field) {
        return agreements.findInForce(channel, field);
    }

    /** An agreement in force, which stays so until the caller's transaction ends; empty for any other code. */
    public Optional<Agreement> holdInForce(String caseCode) {
        return agreements.getByCaseCode(caseCode).filter(agreement -> agreement.state() == AgreementState.IN_FORCE);
    }

    /** Every agreement in force in these channels, by code. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Agreement> inForce(Collection<String> channels) {
        return agreements.findByStateAndChannelInOrderByCaseCode(AgreementState.IN_FORCE, channels);
    }

    /** Code of the case that renews this agreement. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<String> successorOf(String caseCode) {
        return agreements.findSuccessor(caseCode);
    }

    private Agreement submit(Agreement agreement, DocumentInfo draft, UUID editable, String note) {
        documents.attach(agreement.caseCode(), agreement.channel(), DRAFT, draft.id());
        agreement.submitDraft(draft.id(), draft.sha256(), editable, note, currentUser.actor(), clock.instant());
        return agreements.save(agreement);
    }

    private Agreement generate(Agreement agreement, String note) {
        int version = agreement.drafts().size() + 1;
        DocumentInfo word = store(agreement, version, TemplateFormat.DOCX);
        DocumentInfo pdf = store(agreement, version, TemplateFormat.PDF);
        return submit(agreement, pdf, word.id(), note);
    }

    private DocumentInfo store(Agreement agreement, int version, TemplateFormat format) {
        return documents.store(
                format.render(papers, agreement),
                "Du-thao-%s-phien-ban-%d.%s".formatted(agreement.caseCode(), version, format.extension()),
                agreement.channel());
    }

    private AgreementTerms check(AgreementRequest request) {
        FieldProblems problems = new FieldProblems();
        String title = problems.read(
                () -> Answers.requiredLine("title", "Tên thỏa thuận", request.title(), limits.of(Limit.TITLE)));
        Optional<AgreementType> type = AgreementType.of(request.agreementType());
        problems.check(
                type.isPresent(), "agreementType", "Loại văn bản: chọn BTT (thỏa thuận) hoặc BGN (bản ghi nhớ).");
        Optional<Channel> channel = Optional.ofNullable(request.channel()).flatMap(parties::channel);
        problems.check(channel.isPresent(), "channel", "Kênh hợp tác: không có kênh này.");
        problems.check(channel.isEmpty() || channel.get().parties().size() > 1, "channel", Sentences.ONE_PARTY);
        problems.check(
                channel.isEmpty() || channel.get().parties().contains(request.leadOrganisation()),
                "leadOrganisation",
                "Đơn vị chủ trì: phải là một bên của kênh hợp tác.");
        List<String> fields = request.cooperationFields() == null ? List.of() : request.cooperationFields();
        List<String> chosen = List.copyOf(
                new LinkedHashSet<>(fields.stream().map(Answers::stripped).toList()));
        problems.check(!chosen.isEmpty(), "cooperationFields", "Lĩnh vực hợp tác: chọn ít nhất một lĩnh vực.");
        List<String> unknown = chosen.stream()
                .filter(code -> cooperationFields.find(code).isEmpty())
                .toList();
        problems.check(
                unknown.isEmpty(),
                "cooperationFields",
                "Lĩnh vực hợp tác: không có trong danh mục: %s.".formatted(String.join(", ", unknown)));
        String legalBasis = problems.read(() -> Answers.requiredText("legalBasis", request.legalBasis()));
        LocalDate from = problems.read(() -> Answers.date("effectiveFrom", request.effectiveFrom()));
        LocalDate to = problems.read(() -> Answers.date("effectiveTo", request.effectiveTo()));
        problems.check(
                from == null || to == null || to.isAfter(from),
                "effectiveTo",
                "Ngày hết hiệu lực: phải sau ngày bắt đầu hiệu lực.");
        problems.throwIfAny();
        return new AgreementTerms(
                title, type.orElseThrow(), request.channel(), request.leadOrganisation(), chosen, legalBasis, from, to);
    }

    private void requireMayOpen(AgreementTerms terms) {
        currentUser.find().ifPresent(user -> {
            user.requireChannel(terms.channel());
            if (!user.administrator() && !user.actsFor(terms.leadOrganisation())) {
                throw ProblemException.forbidden("Bạn chỉ được mở hồ sơ do đơn vị của mình chủ trì.");
            }
        });
    }

    private void requireRenewable(String predecessor, String channel) {
        boolean renewable = agreements
                .findByCaseCode(predecessor)
                .filter(agreement -> agreement.channel().equals(channel))
                .filter(agreement ->
                        agreement.state() == AgreementState.IN_FORCE || agreement.state() == AgreementState.EXPIRED)
                .isPresent();
        if (!renewable) {
            throw ProblemException.invalid(
                    "predecessor",
                    "Thỏa thuận được gia hạn: không có thỏa thuận này trong kênh, hoặc chưa có hiệu lực.");
        }
    }

    private Agreement lock(String caseCode) {
        return agreements
                .readByCaseCode(caseCode)
                .orElseThrow(() -> ProblemException.notFound("Không có hồ sơ thỏa thuận %s.".formatted(caseCode)));
    }

    private static boolean decision(String field, String label, String value, String yes, String no) {
        return Answers.choice(field, label, value, List.of(yes, no)).equals(yes);
    }

    private static String comment(String field, String label, String text, boolean positive) {
        return positive ? Answers.optionalText(field, label, text) : Answers.requiredText(field, label, text);
    }
}
