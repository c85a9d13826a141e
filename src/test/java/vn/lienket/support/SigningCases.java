package vn.lienket.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.document.Documents;
import vn.lienket.signature.DemoKeys;

/** Opens agreements at the engine's own API and gives their steps what they need. */
@TestComponent
public class SigningCases {

    final People people;
    final TaskService taskService;
    final Jobs jobs;
    private final RuntimeService runtimeService;
    private final AgreementService agreements;
    private final Documents documents;
    private final DemoKeys demoKeys;
    private final JdbcClient jdbc;
    private final Clock clock;

    SigningCases(
            People people,
            RuntimeService runtimeService,
            TaskService taskService,
            Jobs jobs,
            AgreementService agreements,
            Documents documents,
            DemoKeys demoKeys,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.jobs = jobs;
        this.agreements = agreements;
        this.documents = documents;
        this.demoKeys = demoKeys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new agreement between Bình Dương and Tây Ninh, waiting for its draft. */
    public SigningCase open() {
        return open(Map.of());
    }

    /** A new agreement with some start fields changed. */
    public SigningCase open(Map<String, Object> changes) {
        Map<String, Object> fields = new HashMap<>(Cooperation.agreementFields());
        fields.putAll(changes);
        return new SigningCase(
                this,
                people.as(
                        fields.get("leadOrganisation") + ".officer1",
                        () -> runtimeService.startProcessInstanceByKey(AgreementModel.SIGNING_PROCESS, fields)));
    }

    /** The running instance of a process that belongs to a case; null if there is none. */
    public ProcessInstance instance(String process, String caseCode) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(caseCode)
                .singleResult();
    }

    /** The addresses to which this event of a case, e.g. {@code in-force}, was written. */
    public List<String> told(String caseCode, String event) {
        return jdbc.sql("select recipient_email from lienket.message where event = ? order by 1")
                .param("agreement:%s:%s".formatted(caseCode, event))
                .query(String.class)
                .list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Agreement agreement(String caseCode) {
        return agreements.find(caseCode).orElseThrow();
    }

    byte[] content(UUID document) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            documents.writeTo(document, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** The id of a new document. */
    public String stored(byte[] file, String name, String channel) {
        return documents.store(file, name, channel).id().toString();
    }

    /** The file with one signature more, with the key of this leader or the seal of this clerk's body. */
    public byte[] signed(byte[] pdf, String person) {
        String body = person.substring(0, person.indexOf('.'));
        return DemoSignature.on(
                pdf, demoKeys.of(person).or(() -> demoKeys.ofBody(body)).orElseThrow(), clock);
    }
}
