package vn.lienket.agreement.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.TemplateFormat;
import vn.lienket.agreement.process.AgreementProcess;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** {@code /api/v1/agreements}: members of a channel see its agreements; who may start, withdraw or terminate one, the case decides. */
@RestController
@RequestMapping("/api/v1/agreements")
class AgreementController {

    private final AgreementProcess process;
    private final AgreementService agreements;
    private final CooperationFields cooperationFields;
    private final CaseRegister register;
    private final AgreementViews views;
    private final Parties parties;
    private final CurrentUser currentUser;

    AgreementController(
            AgreementProcess process,
            AgreementService agreements,
            CooperationFields cooperationFields,
            CaseRegister register,
            AgreementViews views,
            Parties parties,
            CurrentUser currentUser) {
        this.process = process;
        this.agreements = agreements;
        this.cooperationFields = cooperationFields;
        this.register = register;
        this.views = views;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    /** Why a case is ended; one of the two names, by the operation. */
    record Reason(String withdrawalReason, String terminationReason) {}

    @PostMapping
    ResponseEntity<AgreementProcess.Started> start(@RequestBody AgreementRequest request) {
        AgreementProcess.Started started = process.start(request);
        return ResponseEntity.created(URI.create("/api/v1/agreements/" + started.caseCode()))
                .body(started);
    }

    @GetMapping
    CaseList list(CaseFilter filter) {
        return register.list(AgreementService.KIND, filter);
    }

    @GetMapping("/{caseCode}")
    AgreementView show(@PathVariable String caseCode) {
        return views.of(require(caseCode));
    }

    /** The draft as the template has it now; stored nowhere. */
    @GetMapping("/{caseCode}/draft")
    ResponseEntity<byte[]> draft(@PathVariable String caseCode, @RequestParam(required = false) String format) {
        String code = require(caseCode).caseCode();
        TemplateFormat chosen = TemplateFormat.of(format);
        byte[] file = agreements.templateDraft(code, chosen);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(chosen.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Du-thao-%s.%s".formatted(code, chosen.extension()))
                                .build()
                                .toString())
                .body(file);
    }

    /** What the start form offers: the user's organisation, his channels, the catalogue. */
    @GetMapping("/options")
    StartOptions options() {
        User user = currentUser.require();
        return new StartOptions(
                user.organisation(),
                visibleChannels(user).stream().map(this::option).toList(),
                cooperationFields.all());
    }

    @PostMapping("/{caseCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseCode, @RequestBody Reason reason) {
        require(caseCode);
        process.withdraw(caseCode, reason.withdrawalReason());
    }

    @PostMapping("/{caseCode}/termination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void terminate(@PathVariable String caseCode, @RequestBody Reason reason) {
        require(caseCode);
        process.terminate(caseCode, reason.terminationReason());
    }

    record StartOptions(String organisation, List<ChannelOption> channels, List<CooperationField> cooperationFields) {}

    record ChannelOption(String id, String name, List<PartyOption> parties) {}

    record PartyOption(String id, String name) {}

    private ChannelOption option(Channel channel) {
        return new ChannelOption(
                channel.id(),
                channel.name(),
                channel.parties().stream()
                        .map(id -> new PartyOption(id, parties.organisationName(id)))
                        .toList());
    }

    private List<Channel> visibleChannels(User user) {
        return parties.channels().stream()
                .filter(channel -> user.inChannel(channel.id()))
                .toList();
    }

    private Agreement require(String caseCode) {
        User user = currentUser.require();
        return agreements
                .find(caseCode)
                .filter(agreement -> user.inChannel(agreement.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có hồ sơ thỏa thuận %s.".formatted(caseCode)));
    }
}
