package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityRequest;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.Baseline;
import vn.lienket.programme.FieldTemplate;
import vn.lienket.programme.FieldTemplates;
import vn.lienket.programme.TemplateIndicator;
import vn.lienket.programme.process.ActivityProcess;

/** {@code /api/v1/activities}: members of a channel see its activities; who may start or end one, the case decides. */
@RestController
@RequestMapping("/api/v1/activities")
class ActivityController {

    private final ActivityProcess process;
    private final ActivityService activities;
    private final AgreementService agreements;
    private final FieldTemplates templates;
    private final CooperationFields cooperationFields;
    private final CaseRegister register;
    private final ActivityViews views;
    private final Parties parties;
    private final CurrentUser currentUser;

    ActivityController(
            ActivityProcess process,
            ActivityService activities,
            AgreementService agreements,
            FieldTemplates templates,
            CooperationFields cooperationFields,
            CaseRegister register,
            ActivityViews views,
            Parties parties,
            CurrentUser currentUser) {
        this.process = process;
        this.activities = activities;
        this.agreements = agreements;
        this.templates = templates;
        this.cooperationFields = cooperationFields;
        this.register = register;
        this.views = views;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    @PostMapping
    ResponseEntity<ActivityProcess.Started> start(@RequestBody ActivityRequest request) {
        ActivityProcess.Started started = process.start(request);
        return ResponseEntity.created(URI.create("/api/v1/activities/" + started.caseCode()))
                .body(started);
    }

    @GetMapping
    CaseList list(CaseFilter filter) {
        return register.list(ActivityService.KIND, filter);
    }

    @GetMapping("/{caseCode}")
    ActivityView show(@PathVariable String caseCode) {
        return views.of(require(caseCode));
    }

    /** What the forms offer: the agreements in force in the user's channels, with the templates of their fields. */
    @GetMapping("/options")
    Options options() {
        User user = currentUser.require();
        return new Options(
                user.organisation(),
                Stream.of(Role.values())
                        .filter(Role::doesWork)
                        .map(role -> new Choice(role.id(), role.label()))
                        .toList(),
                agreements.inForce(register.visibleChannels()).stream()
                        .map(this::option)
                        .toList());
    }

    @PostMapping("/{caseCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseCode, @RequestBody Reason reason) {
        require(caseCode);
        process.withdraw(caseCode, reason.withdrawalReason());
    }

    record Reason(String withdrawalReason) {}

    record Options(String organisation, List<Choice> roles, List<AgreementOption> agreements) {}

    record Choice(String code, String name) {}

    record AgreementOption(
            String code,
            String title,
            String channel,
            String channelName,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            List<Choice> parties,
            List<FieldOption> fields) {}

    record FieldOption(String code, String name, List<ItemOption> workItems, List<IndicatorOption> indicators) {}

    /** {@code organisation} is {@code lead}, {@code partner} or an id. */
    record ItemOption(String title, String organisation, String role, int dueInWorkingDays) {}

    record IndicatorOption(
            String name,
            String unit,
            String kind,
            String direction,
            String directionName,
            BigDecimal target,
            BigDecimal baseline,
            LocalDate baselineDate,
            String baselineSource,
            String baselineDoubt) {}

    private AgreementOption option(Agreement agreement) {
        return new AgreementOption(
                agreement.caseCode(),
                agreement.title(),
                agreement.channel(),
                parties.channel(agreement.channel())
                        .map(channel -> channel.name())
                        .orElse(agreement.channel()),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.parties().stream()
                        .map(party -> parties.actingFor(party.organisation()))
                        .distinct()
                        .map(id -> new Choice(id, parties.organisationName(id)))
                        .toList(),
                agreement.cooperationFields().stream().map(this::option).toList());
    }

    private FieldOption option(String field) {
        FieldTemplate template = templates.of(field);
        return new FieldOption(
                field,
                cooperationFields.find(field).orElseThrow().name(),
                template.workItems().stream()
                        .map(item -> new ItemOption(
                                item.title(), item.organisation(), item.role().id(), item.dueInWorkingDays()))
                        .toList(),
                template.indicators().stream().map(ActivityController::option).toList());
    }

    private static IndicatorOption option(TemplateIndicator indicator) {
        Baseline before = indicator.baseline();
        return new IndicatorOption(
                indicator.name(),
                indicator.unit(),
                indicator.kind().code(),
                indicator.direction().code(),
                indicator.direction().label(),
                indicator.target(),
                before == null ? null : before.value(),
                before == null ? null : before.asOf(),
                before == null ? null : before.source(),
                before == null ? null : before.doubt());
    }

    private Activity require(String caseCode) {
        User user = currentUser.require();
        return activities
                .find(caseCode)
                .filter(found -> user.inChannel(found.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có hoạt động %s.".formatted(caseCode)));
    }
}
