package vn.lienket.incident.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.CaseRegister;
import vn.lienket.database.Moments;
import vn.lienket.engine.JobRetries;
import vn.lienket.engine.OnBehalf;
import vn.lienket.figures.Insight;
import vn.lienket.figures.VisibleIncidents;
import vn.lienket.incident.Incident;
import vn.lienket.incident.IncidentFilter;
import vn.lienket.incident.IncidentKind;
import vn.lienket.incident.IncidentPage;
import vn.lienket.incident.IncidentWords;
import vn.lienket.notification.MailCorrections;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The jobs that gave up, as far as the user who is signed in looks into the work of all. */
@Service
@Transactional
public class StuckWork {

    /** The total is counted so far. */
    private static final int MAX_TOTAL = 1000;

    private static final String BEGINNING_OF_TIMERS = "timer";

    /** The delivery of a mail has its id in a variable. */
    private static final String PAGE = """
            with page as materialized (
                select i.id_, i.incident_timestamp_, i.activity_id_, i.proc_def_id_, i.proc_inst_id_, i.configuration_,
                    i.incident_msg_, i.tenant_id_, d.code, d.title, d.lead_organisation
                %s order by i.incident_timestamp_ desc, i.id_ desc limit :size offset :offset)
            select page.*, p.name_ as process_name, j.handler_type_, m.id as mail, m.subject, m.recipient_name, m.recipient_email, m.refused_at,
                (select count(*) from act_hi_job_log l
                    where l.process_instance_id_ = page.proc_inst_id_ and l.job_id_ = page.configuration_ and l.job_state_ = 1) as tries
            from page
            left join act_re_procdef p on p.id_ = page.proc_def_id_
            left join act_ru_job j on j.id_ = page.configuration_
            left join lateral (
                select m.id, m.subject, m.recipient_name, m.recipient_email, m.refused_at from act_ru_variable v
                join lienket.message m on m.id = case when v.text_ ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v.text_::uuid end
                where v.proc_inst_id_ = page.proc_inst_id_ limit 1) m on true
            order by page.incident_timestamp_ desc, page.id_ desc""".formatted(VisibleIncidents.FROM);

    private final Insight insight;
    private final MailCorrections corrections;
    private final JobRetries retries;
    private final RepositoryService repositoryService;
    private final OnBehalf onBehalf;
    private final Limits limits;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    StuckWork(
            Insight insight,
            MailCorrections corrections,
            JobRetries retries,
            RepositoryService repositoryService,
            OnBehalf onBehalf,
            Limits limits,
            Parties parties,
            CurrentUser currentUser,
            JdbcClient jdbc) {
        this.insight = insight;
        this.corrections = corrections;
        this.retries = retries;
        this.repositoryService = repositoryService;
        this.onBehalf = onBehalf;
        this.limits = limits;
        this.parties = parties;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /** A page of them; 403 for who oversees nothing, 400 for a page, a size or a channel that cannot be. */
    @Transactional(readOnly = true)
    public IncidentPage list(IncidentFilter filter) {
        Insight.Scope scope = insight.of();
        CaseRegister.check(new FieldProblems(), filter.page(), filter.size(), null, filter.caseCode())
                .check(
                        filter.channel() == null || scope.channels().contains(filter.channel()),
                        "channel",
                        Sentences.NO_CHANNEL)
                .throwIfAny();
        Map<String, Object> values = values(scope, filter.channel());
        values.put("case", filter.caseCode());
        long found = jdbc.sql(
                        "select count(*) from (select %s limit %d) i".formatted(VisibleIncidents.FROM, MAX_TOTAL + 1))
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", filter.size());
        values.put("offset", (long) filter.page() * filter.size());
        return new IncidentPage(
                rows(values).stream().map(this::incident).toList(),
                filter.page(),
                filter.size(),
                Math.min(found, MAX_TOTAL),
                found > MAX_TOTAL,
                limits.of(Limit.JOB_RETRIES));
    }

    /**
     * Has a job tried again.
     *
     * @param times how often, before it gives up once more
     * @throws ProblemException 403 for who oversees nothing, 404 for what he does not oversee or is stuck no more, 400 for another number
     */
    public void retry(String id, Integer times) {
        Insight.Scope scope = insight.of();
        Map<String, Object> values = values(scope, null);
        values.put("id", id);
        values.put("size", 1);
        values.put("offset", 0);
        Row row = rows(values).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Không có sự cố này, hoặc đã được xử lý."));
        long most = limits.of(Limit.JOB_RETRIES);
        if (times == null || times < 1 || times > most) {
            throw ProblemException.invalid("times", "Số lần thử: từ 1 đến %d.".formatted(most));
        }
        if (scope.organisation() == null) {
            retries.retry(row.job(), times);
        } else {
            retries.retryOverseen(row.job(), times);
        }
    }

    private Map<String, Object> values(Insight.Scope scope, String channel) {
        return VisibleIncidents.values(scope, currentUser.require().administrator(), channel);
    }

    private record Row(
            String id,
            Instant since,
            String activity,
            String definition,
            String job,
            String message,
            String channel,
            String caseCode,
            String title,
            String lead,
            String processName,
            String handler,
            UUID mail,
            String subject,
            String recipient,
            String address,
            boolean refused,
            int tries) {}

    private List<Row> rows(Map<String, Object> values) {
        return jdbc.sql(PAGE).params(values).query(StuckWork::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id_"),
                Moments.inEngine(row, "incident_timestamp_"),
                row.getString("activity_id_"),
                row.getString("proc_def_id_"),
                row.getString("configuration_"),
                row.getString("incident_msg_"),
                row.getString("tenant_id_"),
                row.getString("code"),
                row.getString("title"),
                row.getString("lead_organisation"),
                row.getString("process_name"),
                row.getString("handler_type_"),
                row.getObject("mail", UUID.class),
                row.getString("subject"),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                row.getString("refused_at") != null,
                row.getInt("tries"));
    }

    private Incident incident(Row row) {
        boolean mayCorrect = row.mail() != null && corrections.mayCorrect(row.lead());
        String sentence;
        String advice;
        IncidentKind kind;
        if (row.mail() != null) {
            kind = IncidentKind.MAIL;
            sentence = IncidentWords.mail(row.subject(), row.recipient(), row.address(), row.refused());
            advice = IncidentWords.mailAdvice(
                    row.refused(), mayCorrect, row.lead() == null ? null : parties.organisationName(row.lead()));
        } else if (row.definition() == null) {
            kind = IncidentKind.SYSTEM;
            sentence = IncidentWords.system(row.handler());
            advice = IncidentWords.stepAdvice(kind);
        } else {
            ModelElementInstance element = element(row);
            kind = row.handler() != null && row.handler().startsWith(BEGINNING_OF_TIMERS)
                    ? IncidentKind.TIMER
                    : element instanceof BusinessRuleTask ? IncidentKind.DECISION : IncidentKind.STEP;
            sentence = IncidentWords.step(kind, name(element, row), row.processName());
            advice = IncidentWords.stepAdvice(kind);
        }
        return new Incident(
                row.id(),
                kind,
                sentence,
                advice,
                row.caseCode(),
                row.title(),
                row.channel(),
                row.lead(),
                row.since(),
                row.tries(),
                row.mail(),
                mayCorrect,
                currentUser.require().administrator() ? row.message() : null);
    }

    private ModelElementInstance element(Row row) {
        return row.definition() == null || row.activity() == null
                ? null
                : onBehalf.ofTheProduct(() ->
                        repositoryService.getBpmnModelInstance(row.definition()).getModelElementById(row.activity()));
    }

    private static String name(ModelElementInstance element, Row row) {
        return element instanceof FlowElement step && step.getName() != null
                ? step.getName().replaceAll("\\s+", " ")
                : row.processName();
    }
}
