package vn.lienket.transfer.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.transfer.ContractClause;
import vn.lienket.transfer.ContractClauses;
import vn.lienket.transfer.ItemKind;
import vn.lienket.transfer.ProviderScore;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferDeliveryService;
import vn.lienket.transfer.TransferRequest;
import vn.lienket.transfer.TransferService;
import vn.lienket.transfer.process.TransferProcess;

/** {@code /api/v1/transfer-requests}: members of a channel see its requests; who may start or end one, the case decides. */
@RestController
@RequestMapping("/api/v1/transfer-requests")
class TransferController {

    private final TransferProcess process;
    private final TransferService transfers;
    private final TransferDeliveryService deliveries;
    private final AgreementService agreements;
    private final CooperationFields cooperationFields;
    private final ContractClauses contractClauses;
    private final CaseRegister register;
    private final TransferViews views;
    private final Parties parties;
    private final CurrentUser currentUser;

    TransferController(
            TransferProcess process,
            TransferService transfers,
            TransferDeliveryService deliveries,
            AgreementService agreements,
            CooperationFields cooperationFields,
            ContractClauses contractClauses,
            CaseRegister register,
            TransferViews views,
            Parties parties,
            CurrentUser currentUser) {
        this.process = process;
        this.transfers = transfers;
        this.deliveries = deliveries;
        this.agreements = agreements;
        this.cooperationFields = cooperationFields;
        this.contractClauses = contractClauses;
        this.register = register;
        this.views = views;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    @PostMapping
    ResponseEntity<TransferProcess.Started> start(@RequestBody TransferRequest request) {
        TransferProcess.Started started = process.start(request);
        return ResponseEntity.created(URI.create("/api/v1/transfer-requests/" + started.caseCode()))
                .body(started);
    }

    @GetMapping
    CaseList list(CaseFilter filter) {
        return register.list(TransferService.KIND, filter);
    }

    @GetMapping("/{caseCode}")
    TransferView show(@PathVariable String caseCode) {
        return views.of(require(caseCode));
    }

    /** What the forms offer: the user's organisation, his channels with what is agreed in them, the catalogues. */
    @GetMapping("/options")
    Options options() {
        User user = currentUser.require();
        return new Options(
                user.organisation(),
                parties.channels().stream()
                        .filter(channel -> user.inChannel(channel.id()))
                        .map(this::option)
                        .toList(),
                Arrays.stream(ItemKind.values())
                        .map(kind -> new Choice(kind.code(), kind.label()))
                        .toList(),
                contractClauses.all());
    }

    /** How the transfers of each provider were evaluated in each category, in the user's channels. */
    @GetMapping("/evaluations")
    List<ProviderScore> evaluations() {
        User user = currentUser.require();
        return transfers.scores(parties.channels().stream()
                .map(Channel::id)
                .filter(user::inChannel)
                .toList());
    }

    /** Gives a training or an expert's visit another date; the invitations follow. */
    @PutMapping("/{caseCode}/items/{position}/schedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void reschedule(@PathVariable String caseCode, @PathVariable int position, @RequestBody Schedule schedule) {
        require(caseCode);
        deliveries.reschedule(caseCode, position, schedule.startsOn(), schedule.endsOn(), schedule.place());
    }

    @PostMapping("/{caseCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseCode, @RequestBody Reason reason) {
        require(caseCode);
        process.withdraw(caseCode, reason.withdrawalReason());
    }

    record Options(
            String organisation, List<ChannelOption> channels, List<Choice> itemKinds, List<ContractClause> clauses) {}

    /** A channel with the fields of cooperation that are agreed in it, in force today. */
    record ChannelOption(String id, String name, List<Choice> parties, List<Choice> categories) {}

    record Choice(String code, String name) {}

    record Schedule(String startsOn, String endsOn, String place) {}

    record Reason(String withdrawalReason) {}

    private ChannelOption option(Channel channel) {
        return new ChannelOption(
                channel.id(),
                channel.name(),
                channel.parties().stream()
                        .map(id -> new Choice(id, parties.organisationName(id)))
                        .toList(),
                cooperationFields.all().stream()
                        .filter(field ->
                                agreements.inForce(channel.id(), field.code()).isPresent())
                        .map(field -> new Choice(field.code(), field.name()))
                        .toList());
    }

    private TransferCase require(String caseCode) {
        User user = currentUser.require();
        return transfers
                .find(caseCode)
                .filter(found -> user.inChannel(found.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có yêu cầu chuyển giao %s.".formatted(caseCode)));
    }
}
