package vn.lienket.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.AgreementService;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferService;
import vn.lienket.transfer.process.TransferModel;

/** Opens transfer requests at the engine's own API, where an agreement in force allows them. */
@TestComponent
public class TransferCases {

    final People people;
    final TaskService taskService;
    final Jobs jobs;
    private final RuntimeService runtimeService;
    private final TransferService transfers;
    private final AgreementService agreements;
    private final SigningCases signing;
    private final JdbcClient jdbc;

    TransferCases(
            People people,
            TaskService taskService,
            Jobs jobs,
            RuntimeService runtimeService,
            TransferService transfers,
            AgreementService agreements,
            SigningCases signing,
            JdbcClient jdbc) {
        this.people = people;
        this.taskService = taskService;
        this.jobs = jobs;
        this.runtimeService = runtimeService;
        this.transfers = transfers;
        this.agreements = agreements;
        this.signing = signing;
        this.jdbc = jdbc;
    }

    /** A new request as {@link TransferFields#start}. */
    public TransferWalk open() {
        return open(Map.of());
    }

    /** A new request with some start fields changed. */
    public TransferWalk open(Map<String, Object> changes) {
        Map<String, Object> fields = new HashMap<>(TransferFields.start());
        fields.putAll(changes);
        agree(fields.get("channel").toString(), fields.get("category").toString());
        return new TransferWalk(this, started(fields));
    }

    /** A new request that two experts assess. */
    public TransferWalk openWithTwoExperts() {
        return open(TransferFields.startWithTwoExperts());
    }

    /** Starts without seeing to an agreement. */
    public ProcessInstance started(Map<String, Object> fields) {
        return people.as(
                fields.get("requestingOrganisation") + ".officer1",
                () -> runtimeService.startProcessInstanceByKey(TransferModel.PROCESS, fields));
    }

    /** The addresses to which this event of a case, e.g. {@code declined}, was written. */
    public List<String> told(String caseCode, String event) {
        return jdbc.sql("select recipient_email from lienket.message where event = ? order by 1")
                .param("transfer:%s:%s".formatted(caseCode, event))
                .query(String.class)
                .list();
    }

    TransferCase transferCase(String caseCode) {
        return transfers.find(caseCode).orElseThrow();
    }

    private void agree(String channel, String category) {
        if (agreements.inForce(channel, category).isEmpty()) {
            signing.open(Map.of("channel", channel, "cooperationFields", List.of(category)))
                    .inForce();
        }
    }
}
