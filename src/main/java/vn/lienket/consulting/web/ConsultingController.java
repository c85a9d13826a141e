package vn.lienket.consulting.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingNeed;
import vn.lienket.consulting.ConsultingNeeds;
import vn.lienket.consulting.ConsultingProperties;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.OutcomePapers;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.SupportKind;
import vn.lienket.consulting.SupportPreview;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.consulting.process.ConsultingProcess;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.enterprise.Sector;
import vn.lienket.maturity.RadarChart;
import vn.lienket.maturity.Scores;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.party.Substitutes;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** {@code /api/v1/consulting-cases}: members of a channel see its cases; who may start or end one, the case decides. */
@RestController
@RequestMapping("/api/v1/consulting-cases")
class ConsultingController {

    private final ConsultingProcess process;
    private final ConsultingService consulting;
    private final VisibleCases visible;
    private final AssessmentService assessments;
    private final SupportService support;
    private final SupportRules supportRules;
    private final OutcomePapers papers;
    private final ConsultingNeeds needs;
    private final ConsultingProperties properties;
    private final ConsultingViews views;
    private final CaseRegister register;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final Limits limits;
    private final Substitutes substitutes;
    private final CooperationFields cooperationFields;

    ConsultingController(
            ConsultingProcess process,
            ConsultingService consulting,
            VisibleCases visible,
            AssessmentService assessments,
            SupportService support,
            SupportRules supportRules,
            OutcomePapers papers,
            ConsultingNeeds needs,
            ConsultingProperties properties,
            ConsultingViews views,
            CaseRegister register,
            Parties parties,
            CurrentUser currentUser,
            Limits limits,
            Substitutes substitutes,
            CooperationFields cooperationFields) {
        this.process = process;
        this.consulting = consulting;
        this.visible = visible;
        this.assessments = assessments;
        this.support = support;
        this.supportRules = supportRules;
        this.papers = papers;
        this.needs = needs;
        this.properties = properties;
        this.views = views;
        this.register = register;
        this.parties = parties;
        this.currentUser = currentUser;
        this.limits = limits;
        this.substitutes = substitutes;
        this.cooperationFields = cooperationFields;
    }

    @PostMapping
    ResponseEntity<ConsultingProcess.Started> start(@RequestBody Map<String, Object> fields) {
        ConsultingProcess.Started started = process.start(fields);
        return ResponseEntity.created(URI.create("/api/v1/consulting-cases/" + started.caseCode()))
                .body(started);
    }

    @GetMapping
    CaseList list(CaseFilter filter) {
        return register.list(ConsultingService.KIND, filter);
    }

    @GetMapping("/{caseCode}")
    ConsultingView show(@PathVariable String caseCode) {
        return views.of(visible.require(caseCode));
    }

    /** The pillars' scores as a picture, before and, once it is there, after; 404 before the first assessment. */
    @GetMapping(value = "/{caseCode}/radar", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] radar(@PathVariable String caseCode) {
        ConsultingCase found = visible.require(caseCode);
        Scores before = assessments
                .scores(found, Stage.BEFORE)
                .orElseThrow(() -> ProblemException.notFound("Hồ sơ %s chưa có kết quả đánh giá.".formatted(caseCode)));
        return RadarChart.png(
                assessments.frameworkOf(found),
                before,
                assessments.scores(found, Stage.AFTER).orElse(null),
                760,
                560);
    }

    /** The paper that waits for its number, as it would go out, without number and date; 409 if none waits. */
    @GetMapping(value = "/{caseCode}/outcome-draft", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> outcomeDraft(@PathVariable String caseCode) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Du-thao-%s.pdf".formatted(caseCode))
                                .build()
                                .toString())
                .body(papers.draft(visible.require(caseCode)));
    }

    /** What the forms offer: catalogues by code and name, and the channels in which the user may open a case. */
    @GetMapping("/options")
    Options options() {
        User user = currentUser.require();
        return new Options(
                parties.actingFor(properties.leadOrganisation()),
                properties.channel(),
                parties.channels().stream()
                        .filter(channel -> user.inChannel(channel.id()))
                        .filter(channel -> channel.parties().contains(parties.actingFor(properties.leadOrganisation())))
                        .map(channel -> new Choice(channel.id(), channel.name()))
                        .toList(),
                Arrays.stream(Sector.values())
                        .map(sector -> new Choice(sector.id(), sector.label()))
                        .toList(),
                Arrays.stream(EnterpriseSize.values())
                        .map(size -> new Choice(size.code(), size.label()))
                        .toList(),
                needs.all(),
                Arrays.stream(SupportKind.values())
                        .map(kind -> new Choice(kind.code(), kind.label()))
                        .toList());
    }

    /** The experts of the case's channel, for the leader who chooses one. */
    @GetMapping("/{caseCode}/experts")
    List<Expert> experts(@PathVariable String caseCode) {
        Channel channel = parties.channel(visible.require(caseCode).channel()).orElseThrow();
        return channel.parties().stream()
                .flatMap(party -> parties.members(Role.EXPERT.groupOf(party)).stream())
                .map(this::expert)
                .toList();
    }

    /** What a roadmap could get if it were decided today; steps are {@code {supportKind, cost}}. */
    @PostMapping("/{caseCode}/support-preview")
    SupportPreview preview(@PathVariable String caseCode, @RequestBody Roadmap roadmap) {
        ConsultingCase found = visible.require(caseCode);
        return support.preview(
                found,
                Objects.requireNonNullElse(roadmap.roadmapSteps(), List.<Map<String, Object>>of()).stream()
                        .map(this::cost)
                        .toList(),
                supportRules);
    }

    @PostMapping("/{caseCode}/roadmap-answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerRoadmap(@PathVariable String caseCode, @RequestBody RoadmapReply reply) {
        visible.require(caseCode);
        process.answerRoadmap(caseCode, reply.roadmapDecision(), reply.roadmapComment());
    }

    /** Has the mails that the enterprise's address refused sent to this one; only officers of the organisation in charge. */
    @PostMapping("/{caseCode}/contact-email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctContactEmail(@PathVariable String caseCode, @RequestBody ContactEmail correction) {
        visible.require(caseCode);
        consulting.correctContactEmail(caseCode, correction.contactEmail());
    }

    @PostMapping("/{caseCode}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String caseCode, @RequestBody Reason reason) {
        visible.require(caseCode);
        process.withdraw(caseCode, reason.withdrawalReason());
    }

    record Options(
            String leadOrganisation,
            String defaultChannel,
            List<Choice> channels,
            List<Choice> sectors,
            List<Choice> sizes,
            List<ConsultingNeed> needs,
            List<Choice> supportKinds) {}

    record Choice(String code, String name) {}

    record Expert(
            String id,
            String name,
            String organisation,
            String organisationName,
            List<String> skills,
            List<String> skillNames,
            boolean absent) {}

    record Roadmap(List<Map<String, Object>> roadmapSteps) {}

    record RoadmapReply(String roadmapDecision, String roadmapComment) {}

    record ContactEmail(String contactEmail) {}

    record Reason(String withdrawalReason) {}

    private Expert expert(Person person) {
        List<String> skills = person.skills().stream().sorted().toList();
        return new Expert(
                person.id(),
                person.name(),
                person.organisation(),
                parties.organisationName(person.organisation()),
                skills,
                skills.stream()
                        .map(skill -> cooperationFields
                                .find(skill)
                                .map(CooperationField::name)
                                .orElse(skill))
                        .toList(),
                !substitutes.isPresent(person, ConsultingModel.PROCESS));
    }

    private SupportPreview.Cost cost(Map<String, Object> step) {
        return new SupportPreview.Cost(
                SupportKind.of(Objects.toString(step.get("supportKind"), SupportKind.NONE.code()))
                        .orElseThrow(
                                () -> ProblemException.invalid("supportKind", "Loại hỗ trợ: không có trong danh mục.")),
                Answers.wholeNumber("cost", "Chi phí (đồng)", step.get("cost"), 0, limits.of(Limit.MONEY)));
    }
}
