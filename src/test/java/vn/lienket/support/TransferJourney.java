package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import vn.lienket.transfer.process.TransferModel;

/** One transfer request, taken from step to step by its people over HTTP. */
public class TransferJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cooperation cooperation;
    private final String code;
    private final String requester;

    TransferJourney(Cooperation cooperation, String code, String requester) {
        this.cooperation = cooperation;
        this.code = code;
        this.requester = requester;
    }

    public String code() {
        return code;
    }

    /** Where the API has it. */
    public String path() {
        return "/api/v1/transfer-requests/" + code;
    }

    /** {@code GET /api/v1/transfer-requests/{code}} as the requester sees it. */
    public JsonNode view() {
        return cooperation
                .as(requester + ".officer1")
                .get(path())
                .expect(HttpStatus.OK)
                .json();
    }

    /** The first open task with this key; waits until it is there. */
    public JsonNode task(String key) {
        return Awaitility.await().atMost(PATIENCE).until(() -> find(key), found -> found != null);
    }

    /** Completes the first open task with this key as its assignee, else as the first person of its group. */
    public TransferJourney complete(String key, Map<String, ?> fields) {
        JsonNode task = task(key);
        String worker = task.path("assignee").isNull()
                ? task.at("/candidateGroups/0").asText().replace('-', '.') + "1"
                : task.path("assignee").asText();
        cooperation.as(worker).complete(task.path("id").asText(), fields).expect(HttpStatus.NO_CONTENT);
        return this;
    }

    /** One item of each kind and every mandatory clause, approved by both parties. */
    public TransferJourney upToDelivery() {
        complete(TransferModel.TASK_CHECK, Map.of("requestDecision", "accept"));
        complete(TransferModel.TASK_ASSESS, TransferWalk.assessment("feasible"));
        complete(
                TransferModel.TASK_PREPARE_PLAN,
                Map.of("transferItems", TransferFields.items(), "contractClauses", TransferFields.clausesWithout()));
        complete(TransferModel.TASK_APPROVE_PLAN, Map.of("planDecision", "approve"));
        complete(TransferModel.TASK_APPROVE_PLAN, Map.of("planDecision", "approve"));
        task(TransferModel.TASK_DELIVER_ITEM);
        return this;
    }

    private JsonNode find(String key) {
        for (JsonNode task : view().path("openTasks")) {
            if (task.path("taskDefinitionKey").asText().equals(key)) {
                return task;
            }
        }
        return null;
    }
}
