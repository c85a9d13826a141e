package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;

/** One consulting case, taken from step to step by its people over HTTP. */
public class ConsultingJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OFFICER = "binhduong.officer1";
    private static final String LEADER = "binhduong.leader1";

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
            case "Task_VerifyEnterprise" -> {}
            case "Task_AssessMaturity" ->
                done(OFFICER, "Task_VerifyEnterprise", Map.of("verificationDecision", "accept"));
            case "Task_DraftRoadmap" ->
                upTo("Task_AssessMaturity").done(consultant(), "Task_AssessMaturity", ConsultingFields.assessment(1));
            case "Task_ConfirmRoadmap" ->
                upTo("Task_DraftRoadmap")
                        .done(
                                consultant(),
                                "Task_DraftRoadmap",
                                Map.of("roadmapSteps", ConsultingFields.json(ConsultingFields.steps())));
            case "Task_DecideSupport" ->
                upTo("Task_ConfirmRoadmap").done(OFFICER, "Task_ConfirmRoadmap", Map.of("roadmapDecision", "agree"));
            case "Task_CarryOutRoadmapStep" ->
                upTo("Task_DecideSupport").done(LEADER, "Task_DecideSupport", Map.of("supportDecision", "grant"));
            case "Task_ReassessMaturity" -> upTo("Task_CarryOutRoadmapStep").carryOut();
            case "Task_CloseCase" ->
                upTo("Task_ReassessMaturity")
                        .done(consultant(), "Task_ReassessMaturity", ConsultingFields.assessment(4));
            default -> throw new IllegalArgumentException(task);
        }
        task(task);
        return this;
    }

    /** Takes a new case to its good end. */
    public ConsultingJourney closed() {
        return upTo("Task_CloseCase")
                .done(OFFICER, "Task_CloseCase", Map.of("closingNote", "Đã vận hành", "satisfaction", 5));
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
