package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.notification.process.NotificationModel;

/** One agreement, taken from step to step by its people over HTTP. */
public class AgreementCase {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cooperation cooperation;
    private final String code;
    private final String processInstanceId;
    private final String channel;

    AgreementCase(Cooperation cooperation, String code, String processInstanceId, String channel) {
        this.cooperation = cooperation;
        this.code = code;
        this.processInstanceId = processInstanceId;
        this.channel = channel;
    }

    public String code() {
        return code;
    }

    public String processInstanceId() {
        return processInstanceId;
    }

    /** {@code GET /api/v1/agreements/{code}} as the lead sees it. */
    public JsonNode view() {
        return lead().get("/api/v1/agreements/" + code).expect(HttpStatus.OK).json();
    }

    public String state() {
        return view().path("state").asText();
    }

    public AgreementCase awaitState(String state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> Assertions.assertThat(state()).isEqualTo(state));
        return this;
    }

    /** The mails about it, oldest first. */
    public List<JsonNode> mails() {
        return cooperation.mails(code, Instant.parse(view().path("openedAt").asText()));
    }

    /** Waits until none of its mails is still to be sent. */
    public AgreementCase awaitDeliveries() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> Assertions.assertThat(cooperation
                                .as("admin")
                                .get("/engine-rest/process-instance?processDefinitionKey=" + NotificationModel.PROCESS
                                        + "&businessKey=" + code)
                                .json())
                        .isEmpty());
        return this;
    }

    /** Id of the open task with this key whose candidate group is the organisation's; waits until it is there. */
    public String task(String key, String organisation) {
        return Awaitility.await().atMost(PATIENCE).until(() -> find(key, organisation), found -> found != null);
    }

    public List<String> openTaskKeys() {
        List<String> keys = new ArrayList<>();
        view().path("openTasks")
                .forEach(task -> keys.add(task.path("taskDefinitionKey").asText()));
        return keys;
    }

    /** Generates the draft from the template. */
    public AgreementCase draft() {
        return complete(AgreementModel.TASK_DRAFT, "officer", leadOrganisation(), Map.of("generateDraft", true));
    }

    public AgreementCase review(String organisation, String decision, String comment) {
        return complete(
                AgreementModel.TASK_REVIEW,
                "legal",
                organisation,
                Map.of("reviewDecision", decision, "reviewComment", comment));
    }

    /** Uploads the current draft with a line more as the next version. */
    public AgreementCase revise() {
        String id = lead().uploaded(channel, "du-thao.pdf", continued(currentDraft(), "revised"));
        return complete(
                AgreementModel.TASK_REVISE,
                "officer",
                leadOrganisation(),
                Map.of("draftDocumentId", id, "revisionNote", "Đã chỉnh sửa theo ý kiến"));
    }

    public AgreementCase approve(String organisation, String decision, String comment) {
        return complete(
                AgreementModel.TASK_APPROVE,
                "leader",
                organisation,
                Map.of("approvalDecision", decision, "approvalComment", comment));
    }

    /** Signs the file that is to be signed with the key of the demonstration. */
    public AgreementCase sign(String organisation) {
        Actor leader = cooperation.as(organisation + ".leader1");
        byte[] key = leader.get("/demo/keys/%s.leader1.p12".formatted(organisation))
                .expect(HttpStatus.OK)
                .bytes();
        String id = leader.uploaded(channel, "da-ky.pdf", DemoSignature.on(documentToSign(), key, Clock.systemUTC()));
        return complete(AgreementModel.TASK_SIGN, "leader", organisation, Map.of("signedDocumentId", id));
    }

    public AgreementCase register(String organisation, String number, String date) {
        return complete(
                AgreementModel.TASK_REGISTER,
                "clerk",
                organisation,
                Map.of("documentNumber", number, "documentDate", date));
    }

    /** Registers today, under the number that the form proposes. */
    public AgreementCase register(String organisation) {
        String number = cooperation
                .as(organisation + ".clerk1")
                .get("/engine-rest/task/%s/variables/documentNumber"
                        .formatted(task(AgreementModel.TASK_REGISTER, organisation)))
                .expect(HttpStatus.OK)
                .text("value");
        return register(organisation, number, LocalDate.now(VIETNAM).toString());
    }

    /** Drafts and has every party approve, up to the first signature. */
    public AgreementCase upToSigning() {
        draft();
        parties().forEach(party -> review(party, "approve", ""));
        parties().forEach(party -> approve(party, "approve", ""));
        task(AgreementModel.TASK_SIGN, parties().get(0));
        return this;
    }

    /** Takes a new agreement to its end in force, each party registering it under the number it is proposed. */
    public AgreementCase inForce() {
        upToSigning();
        parties().forEach(this::sign);
        parties().forEach(this::register);
        return awaitState("IN_FORCE");
    }

    public byte[] currentDraft() {
        JsonNode rounds = view().path("rounds");
        return download(
                rounds.get(rounds.size() - 1).path("draft").path("document").asText());
    }

    public byte[] documentToSign() {
        JsonNode signatures = view().path("signatures");
        return signatures.isEmpty()
                ? currentDraft()
                : download(
                        signatures.get(signatures.size() - 1).path("document").asText());
    }

    public List<String> parties() {
        List<String> parties = new ArrayList<>();
        view().path("parties")
                .forEach(party -> parties.add(party.path("organisation").asText()));
        return parties;
    }

    /** The bytes with an incremental update behind them. */
    public static byte[] continued(byte[] file, String mark) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(file);
        longer.writeBytes("\n%% %s\n%%%%EOF\n".formatted(mark).getBytes(StandardCharsets.US_ASCII));
        return longer.toByteArray();
    }

    private AgreementCase complete(String key, String role, String organisation, Map<String, ?> fields) {
        cooperation
                .as("%s.%s1".formatted(organisation, role))
                .complete(task(key, organisation), fields)
                .expect(HttpStatus.NO_CONTENT);
        return this;
    }

    private String find(String key, String organisation) {
        for (JsonNode task : view().path("openTasks")) {
            if (task.path("taskDefinitionKey").asText().equals(key)
                    && task.path("candidateGroups").get(0).asText().startsWith(organisation + "-")) {
                return task.path("id").asText();
            }
        }
        return null;
    }

    private byte[] download(String id) {
        return lead().get("/api/v1/documents/" + id).expect(HttpStatus.OK).bytes();
    }

    private String leadOrganisation() {
        return "binhduong";
    }

    private Actor lead() {
        return cooperation.as("binhduong.officer1");
    }
}
