package vn.lienket.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;

/** Where tests find people and open cases; everything goes over HTTP, as it would from outside. */
@TestComponent
@Lazy
public class Cooperation {

    private static final String PASSWORD = "lienket";

    private final int port;

    @Autowired
    Cooperation(Environment environment) {
        this(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** At an application that was started elsewhere. */
    public Cooperation(int port) {
        this.port = port;
    }

    /** A demo person, signed in by HTTP Basic. */
    public Actor as(String user) {
        return as(user, PASSWORD);
    }

    public Actor as(String user, String password) {
        return new Actor(port, user, password);
    }

    public Actor anonymous() {
        return new Actor(port, null);
    }

    /** A browser in which nobody has signed in. */
    public Session browser() {
        return new Session(port);
    }

    /** A demo person, signed in to the web applications. */
    public Session session(String user) {
        Session session = browser();
        session.signIn(user, PASSWORD, "tasklist").expect(HttpStatus.OK);
        return session;
    }

    /** The mails about a case that was opened then, oldest first, in the mailbox of the embedded mode. */
    List<JsonNode> mails(String caseCode, Instant opened) {
        List<JsonNode> mails = new ArrayList<>();
        for (int number = 0; ; number++) {
            JsonNode page = anonymous()
                    .get("/mailbox/messages?size=200&page=" + number)
                    .expect(HttpStatus.OK)
                    .json();
            for (JsonNode mail : page) {
                if (OffsetDateTime.parse(mail.path("date").asText()).toInstant().isBefore(opened)) {
                    return mails;
                }
                if (mail.path("subject").asText().contains("[" + caseCode + "]")) {
                    mails.add(0, mail);
                }
            }
            if (page.isEmpty()) {
                return mails;
            }
        }
    }

    /** Valid start fields of an agreement between Bình Dương and Tây Ninh. */
    public static Map<String, Object> agreementFields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", "Thỏa thuận chia sẻ trung tâm điều hành");
        fields.put("agreementType", "BTT");
        fields.put("channel", "binhduong-tayninh");
        fields.put("leadOrganisation", "binhduong");
        fields.put("cooperationFields", List.of("ioc", "mooc"));
        fields.put("legalBasis", "Luật Công nghệ thông tin số 67/2006/QH11");
        fields.put("effectiveFrom", "2026-12-01");
        fields.put("effectiveTo", "2031-11-30");
        return fields;
    }

    /** Opens an agreement between Bình Dương and Tây Ninh. */
    public AgreementCase agreement() {
        return agreement(Map.of());
    }

    /** Opens an agreement with some start fields changed. */
    public AgreementCase agreement(Map<String, Object> changes) {
        Map<String, Object> fields = agreementFields();
        fields.putAll(changes);
        Actor officer = as(fields.get("leadOrganisation") + ".officer1");
        Answer started = officer.post("/api/v1/agreements", fields);
        started.expect(HttpStatus.CREATED);
        return new AgreementCase(
                this,
                started.text("caseCode"),
                started.text("processInstanceId"),
                fields.get("channel").toString());
    }

    /** Opens a consulting case of a new enterprise. */
    public ConsultingJourney consulting() {
        return consulting(Map.of());
    }

    /** Opens a consulting case with some start fields changed. */
    public ConsultingJourney consulting(Map<String, Object> changes) {
        Map<String, Object> fields = ConsultingFields.start();
        fields.putAll(changes);
        Answer started = as("binhduong.officer1").post("/api/v1/consulting-cases", fields);
        started.expect(HttpStatus.CREATED);
        return new ConsultingJourney(this, started.text("caseCode"), started.text("processInstanceId"));
    }

    /** A consulting case that was opened elsewhere and is running. */
    public ConsultingJourney consulting(String caseCode) {
        return new ConsultingJourney(
                this,
                caseCode,
                as("admin")
                        .get("/engine-rest/process-instance?processDefinitionKey=" + ConsultingModel.PROCESS
                                + "&businessKey=" + caseCode)
                        .json()
                        .path(0)
                        .path("id")
                        .asText());
    }

    /** Opens a transfer request as {@link TransferFields#start}; sees to an agreement that allows it. */
    public TransferJourney transfer(Map<String, Object> changes) {
        Map<String, Object> fields = TransferFields.start();
        fields.putAll(changes);
        agree(fields.get("channel").toString(), fields.get("category").toString());
        Answer started =
                as(fields.get("requestingOrganisation") + ".officer1").post("/api/v1/transfer-requests", fields);
        started.expect(HttpStatus.CREATED);
        return new TransferJourney(
                this,
                started.text("caseCode"),
                fields.get("requestingOrganisation").toString());
    }

    /** A transfer request that was opened elsewhere. */
    public TransferJourney transfer(String caseCode, String requestingOrganisation) {
        return new TransferJourney(this, caseCode, requestingOrganisation);
    }

    private void agree(String channel, String category) {
        for (JsonNode offered : as("binhduong.officer1")
                .get("/api/v1/transfer-requests/options")
                .expect(HttpStatus.OK)
                .json()
                .path("channels")) {
            if (offered.path("id").asText().equals(channel)
                    && offered.path("categories").findValuesAsText("code").contains(category)) {
                return;
            }
        }
        agreement(Map.of("channel", channel, "cooperationFields", List.of(category)))
                .inForce();
    }
}
