package vn.lienket.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.process.ActivityModel;

/** Opens activities at the engine's own API, under an agreement in force of their own. */
@TestComponent
public class ActivityCases {

    final People people;
    final TaskService taskService;
    final Jobs jobs;
    private final RuntimeService runtimeService;
    private final ActivityService activities;
    private final SigningCases signing;
    private final JdbcClient jdbc;

    ActivityCases(
            People people,
            TaskService taskService,
            Jobs jobs,
            RuntimeService runtimeService,
            ActivityService activities,
            SigningCases signing,
            JdbcClient jdbc) {
        this.people = people;
        this.taskService = taskService;
        this.jobs = jobs;
        this.runtimeService = runtimeService;
        this.activities = activities;
        this.signing = signing;
        this.jdbc = jdbc;
    }

    /** Code of a new agreement in force between Bình Dương and Tây Ninh on {@code ioc} and {@code mooc}. */
    public String agreement() {
        return signing.open().inForce().code();
    }

    /** A new activity as {@link ActivityFields#start}. */
    public ActivityWalk open() {
        return open(Map.of());
    }

    /** A new activity with some start fields changed. */
    public ActivityWalk open(Map<String, Object> changes) {
        Map<String, Object> fields = new HashMap<>(ActivityFields.start(agreement()));
        fields.putAll(changes);
        return new ActivityWalk(this, started(fields));
    }

    /** Starts as the first officer of the organisation that leads. */
    public ProcessInstance started(Map<String, Object> fields) {
        return people.as(
                fields.get("leadOrganisation") + ".officer1",
                () -> runtimeService.startProcessInstanceByKey(ActivityModel.PROCESS, fields));
    }

    /** Opens the programme of a year and runs the jobs that it leaves. */
    public ProcessInstance programme(String person, Map<String, Object> fields) {
        ProcessInstance opening = people.as(
                person, () -> runtimeService.startProcessInstanceByKey(ActivityModel.OPENING_PROCESS, fields));
        jobs.runContinuations(opening);
        return opening;
    }

    /** An activity that was opened with a programme. */
    public ActivityWalk walk(String caseCode) {
        return new ActivityWalk(this, signing.instance(ActivityModel.PROCESS, caseCode));
    }

    /** The addresses to which this event, e.g. {@code activity:H09-261129-0001:confirmed}, was written. */
    public List<String> told(String event) {
        return jdbc.sql("select recipient_email from lienket.message where event = ? order by 1")
                .param(event)
                .query(String.class)
                .list();
    }

    /** Of all mails about a case. */
    public List<String> subjects(String caseCode) {
        return jdbc.sql("select distinct subject from lienket.message where subject like ?")
                .param("%" + caseCode + "%")
                .query(String.class)
                .list();
    }

    Activity activity(String caseCode) {
        return activities.find(caseCode).orElseThrow();
    }
}
