package vn.lienket.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.process.ConsultingModel;

/** Opens consulting cases at the engine's own API. */
@TestComponent
public class ConsultingCases {

    final People people;
    final TaskService taskService;
    final Jobs jobs;
    private final RuntimeService runtimeService;
    private final ConsultingService consulting;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConsultingCases(
            People people,
            TaskService taskService,
            Jobs jobs,
            RuntimeService runtimeService,
            ConsultingService consulting,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.taskService = taskService;
        this.jobs = jobs;
        this.runtimeService = runtimeService;
        this.consulting = consulting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new case of an enterprise that the registry does not know yet, as {@link ConsultingFields#start}. */
    public ConsultingWalk open() {
        return open(Map.of());
    }

    /** A new case with some start fields changed. */
    public ConsultingWalk open(Map<String, Object> changes) {
        Map<String, Object> fields = new HashMap<>(ConsultingFields.start());
        fields.putAll(changes);
        return new ConsultingWalk(
                this,
                people.as(
                        "binhduong.officer1",
                        () -> runtimeService.startProcessInstanceByKey(ConsultingModel.PROCESS, fields)));
    }

    /** One more case of an enterprise that has had one. */
    public ConsultingWalk openAnother(ConsultingWalk first) {
        return open(Map.of("taxCode", first.consultingCase().applicant().taxCode()));
    }

    /** The addresses to which this event of a case, e.g. {@code closed}, was written. */
    public List<String> told(String caseCode, String event) {
        return jdbc.sql("select recipient_email from lienket.message where event = ? order by 1")
                .param("consulting:%s:%s".formatted(caseCode, event))
                .query(String.class)
                .list();
    }

    /** By the clock of the product. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    ConsultingCase consultingCase(String caseCode) {
        return consulting.find(caseCode).orElseThrow();
    }
}
