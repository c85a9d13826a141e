package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import vn.lienket.calendar.Deadlines;
import vn.lienket.consulting.process.ConsultingModel;

/** One consulting case, taken from step to step by its people over HTTP. */
public class ConsultingJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OFFICER = "binhduong.officer1";
    private static final String LEADER = "binhduong.leader1";
    private static final String CLERK = "binhduong.clerk1";

    private final Cooperation cooperation;
    private final String code;
    private final String processInstanceId;

    ConsultingJourney(Cooperation cooperation, String code, String processInstanceId) {
        this.cooperation = cooperation;
        this.code = code;
        this.processInstanceId = processInstanceId;
    }

    public String code() {
        return code;
    }

    public String processInstanceId() {
        return processInstanceId;
    }

    /** Where the API has it. */
    public String path() {
        return "/api/v1/consulting-cases/" + code;
    }

    /** {@code GET /api/v1/consulting-cases/{code}} as the lead sees it. */
    public JsonNode view() {
        return cooperation.as(OFFICER).get(path()).expect(HttpStatus.OK).json();
    }

    /** The first open task with this key; waits until it is there. */
    public JsonNode task(String key) {
        return Awaitility.await().atMost(PATIENCE).until(() -> find(key), found -> found != null);
    }

    public List<String> openTaskKeys() {
        List<String> keys = new ArrayList<>();
        view().path("openTasks")
                .forEach(task -> keys.add(task.path("taskDefinitionKey").asText()));
        return keys;
    }

    /** The consultant's user id. */
    public String consultant() {
        return view().path("consultant").asText(null);
    }

    /** Completes a task as this person. */
    public Answer complete(String person, String key, Map<String, ?> fields) {
        return cooperation.as(person).complete(task(key).path("id").asText(), fields);
    }

    /** Takes a new case, on the shortest way and with support granted, to where this task is open. */
    public ConsultingJourney upTo(String task) {
        switch (task) {
            case ConsultingModel.TASK_VERIFY -> {}
            case ConsultingModel.TASK_ASSESS ->
                done(OFFICER, ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"));
            case ConsultingModel.TASK_DRAFT_ROADMAP ->
                upTo(ConsultingModel.TASK_ASSESS)
                        .done(consultant(), ConsultingModel.TASK_ASSESS, ConsultingFields.assessment(1));
            case ConsultingModel.TASK_CONFIRM_ROADMAP ->
                upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                        .done(
                                consultant(),
                                ConsultingModel.TASK_DRAFT_ROADMAP,
                                Map.of("roadmapSteps", ConsultingFields.json(ConsultingFields.steps())));
            case ConsultingModel.TASK_DECIDE_SUPPORT ->
                upTo(ConsultingModel.TASK_CONFIRM_ROADMAP)
                        .done(OFFICER, ConsultingModel.TASK_CONFIRM_ROADMAP, Map.of("roadmapDecision", "agree"));
            case ConsultingModel.TASK_REGISTER_OUTCOME ->
                upTo(ConsultingModel.TASK_DECIDE_SUPPORT)
                        .done(LEADER, ConsultingModel.TASK_DECIDE_SUPPORT, Map.of("supportDecision", "grant"));
            case ConsultingModel.TASK_CARRY_OUT_STEP ->
                upTo(ConsultingModel.TASK_REGISTER_OUTCOME).register();
            case ConsultingModel.TASK_REASSESS ->
                upTo(ConsultingModel.TASK_CARRY_OUT_STEP).carryOut();
            case ConsultingModel.TASK_CLOSE ->
                upTo(ConsultingModel.TASK_REASSESS)
                        .done(consultant(), ConsultingModel.TASK_REASSESS, ConsultingFields.assessment(4));
            default -> throw new IllegalArgumentException(task);
        }
        task(task);
        return this;
    }

    /** Takes a new case to its good end. */
    public ConsultingJourney closed() {
        return upTo(ConsultingModel.TASK_CLOSE)
                .done(OFFICER, ConsultingModel.TASK_CLOSE, Map.of("closingNote", "Đã vận hành", "satisfaction", 5))
                .register();
    }

    /** The clerk enters the paper that waits, under the number proposed to him, with today's date. */
    public ConsultingJourney register() {
        String task = task(ConsultingModel.TASK_REGISTER_OUTCOME).path("id").asText();
        String number = cooperation
                .as(CLERK)
                .get("/engine-rest/task/" + task + "/form-variables")
                .expect(HttpStatus.OK)
                .json()
                .path("documentNumber")
                .path("value")
                .asText();
        return done(
                CLERK,
                ConsultingModel.TASK_REGISTER_OUTCOME,
                Map.of(
                        "documentNumber",
                        number,
                        "documentDate",
                        LocalDate.now(Deadlines.ZONE).toString()));
    }

    private ConsultingJourney carryOut() {
        String consultant = consultant();
        for (JsonNode task : view().path("openTasks")) {
            cooperation
                    .as(consultant)
                    .complete(task.path("id").asText(), Map.of("stepResult", "Đã triển khai", "actualCost", 70_000_000))
                    .expect(HttpStatus.NO_CONTENT);
        }
        return this;
    }

    private ConsultingJourney done(String person, String key, Map<String, ?> fields) {
        complete(person, key, fields).expect(HttpStatus.NO_CONTENT);
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
