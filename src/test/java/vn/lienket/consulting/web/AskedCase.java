package vn.lienket.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;

/** A consulting case of an enterprise of its own, up to where it asks the enterprise something. */
final class AskedCase {

    static final String OFFICER = "binhduong.officer1";

    private static final String CASES = "/api/v1/consulting-cases/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("/consulting/answers\\?token=([\\w-]{43})\\s");
    private static final Pattern PAGE = Pattern.compile("/consulting/cases\\?token=([\\w-]{43})\\s");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private final Cooperation cooperation;
    private final String taxCode = newTaxCode();
    private final String email = "contact-%s@enterprise.example".formatted(taxCode);
    private final String code;

    AskedCase(Cooperation cooperation, String enterpriseName) {
        this(cooperation, enterpriseName, email -> {});
    }

    /** @param before is told the enterprise's address before anything is mailed to it */
    AskedCase(Cooperation cooperation, String enterpriseName, Consumer<String> before) {
        this.cooperation = cooperation;
        before.accept(email);
        Map<String, Object> fields = new HashMap<>();
        fields.put("taxCode", taxCode);
        fields.put("enterpriseName", enterpriseName);
        fields.put("sector", "industry-construction");
        fields.put("employees", 45);
        fields.put("revenue", 30_000_000_000L);
        fields.put("capital", 12_000_000_000L);
        fields.put("womenOwned", true);
        fields.put("contactName", "Nguyễn Thị Hoa");
        fields.put("contactEmail", email);
        fields.put("need", "Quản lý sản xuất và kho");
        this.code = officer()
                .post("/api/v1/consulting-cases", fields)
                .expect(HttpStatus.CREATED)
                .text("caseCode");
    }

    String code() {
        return code;
    }

    String taxCode() {
        return taxCode;
    }

    Actor officer() {
        return cooperation.as(OFFICER);
    }

    JsonNode view() {
        return officer().get(CASES + code).expect(HttpStatus.OK).json();
    }

    String state() {
        return view().path("state").asText();
    }

    /** Asks for a supplement; the secret of the link that the enterprise is mailed. */
    String askForSupplement(String comment) {
        complete(
                ConsultingModel.TASK_VERIFY,
                Map.of("verificationDecision", "supplement", "verificationComment", comment));
        return token("Cần bổ sung hồ sơ", 1);
    }

    /** Accepts the case, assesses the enterprise and sends it a roadmap; the secret of the link in the mail. */
    String sendRoadmap() {
        complete(ConsultingModel.TASK_VERIFY, Map.of("verificationDecision", "accept"));
        JsonNode framework = officer().get("/api/v1/maturity-frameworks").json().get(0);
        Map<String, Integer> answers = new HashMap<>();
        framework
                .findValues("questions")
                .forEach(questions -> questions.forEach(
                        question -> answers.put(question.path("id").asText(), 1)));
        complete(
                ConsultingModel.TASK_ASSESS,
                Map.of("frameworkVersion", framework.path("version").asText(), "answers", json(answers)));
        return draftRoadmap(framework.path("pillars").get(0).path("id").asText(), 1);
    }

    /** Sends the next version of the roadmap. */
    String sendRoadmapAgain() {
        JsonNode view = view();
        return draftRoadmap(
                view.path("steps").get(0).path("pillar").asText(),
                view.path("roadmapVersion").asInt() + 1);
    }

    private String draftRoadmap(String pillar, int version) {
        complete(
                ConsultingModel.TASK_DRAFT_ROADMAP,
                Map.of(
                        "roadmapSteps",
                        json(List.of(Map.of(
                                "title",
                                "Thuê phần mềm quản lý kho",
                                "pillar",
                                pillar,
                                "solution",
                                "Đám mây",
                                "cost",
                                80_000_000,
                                "dueInWorkingDays",
                                20,
                                "supportKind",
                                "dx-solution")))));
        return token("Lộ trình chuyển đổi số", version);
    }

    /** Completes the open task with this key as its assignee, or as the officer. */
    void complete(String key, Map<String, ?> fields) {
        JsonNode task = await().atMost(PATIENCE).until(() -> task(key), found -> found != null);
        String who =
                task.path("assignee").isNull() ? OFFICER : task.path("assignee").asText();
        cooperation.as(who).complete(task.path("id").asText(), fields).expect(HttpStatus.NO_CONTENT);
    }

    JsonNode task(String key) {
        for (JsonNode task : view().path("openTasks")) {
            if (task.path("taskDefinitionKey").asText().equals(key)) {
                return task;
            }
        }
        return null;
    }

    void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
    }

    /** Lets the enterprise be silent for too long. */
    void letTimeRunOut() {
        Actor admin = cooperation.as("admin");
        JsonNode jobs = admin.get("/engine-rest/job?timers=true&processInstanceId="
                        + admin.get("/engine-rest/process-instance?processDefinitionKey=" + ConsultingModel.PROCESS
                                        + "&businessKey=" + code)
                                .json()
                                .get(0)
                                .path("id")
                                .asText())
                .json();
        for (JsonNode job : jobs) {
            admin.post("/engine-rest/job/%s/execute".formatted(job.path("id").asText()), Map.of())
                    .expect(HttpStatus.NO_CONTENT);
        }
    }

    /** Whoever has the link, and no account. */
    Actor visitor() {
        return cooperation.anonymous();
    }

    Answer open(String token) {
        return visitor().open("/consulting/answers?token=" + token);
    }

    String email() {
        return email;
    }

    /** The secret of the link to the page in the latest mail with this subject, of so many. */
    String pageToken(String subject, int number) {
        return pageToken(email, subject, number);
    }

    /** The same at another address. */
    String pageToken(String to, String subject, int number) {
        return await().atMost(PATIENCE)
                .until(() -> tokens(to, subject, PAGE), found -> found.size() == number)
                .get(0);
    }

    Answer openPage(String token) {
        return visitor().open("/consulting/cases?token=" + token);
    }

    Answer supplement(String token, Map<String, String> changes) {
        Map<String, String> fields = supplementFields(changes);
        fields.put("token", token);
        return visitor().submit("/consulting/answers/supplement", fields);
    }

    Answer supplement(String token, Map<String, String> changes, List<Actor.SentFile> files) {
        return visitor()
                .submit("/consulting/answers/supplement?token=" + token, supplementFields(changes), "files", files);
    }

    private static Map<String, String> supplementFields(Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>();
        fields.put("enterpriseName", "Công ty TNHH Thuận An");
        fields.put("sector", "industry-construction");
        fields.put("employees", "45");
        fields.put("revenue", "30.000.000.000");
        fields.put("capital", "12000000000");
        fields.put("need", "Quản lý sản xuất và kho");
        fields.put("supplementNote", "Đã gửi báo cáo tài chính.");
        fields.putAll(changes);
        return fields;
    }

    Answer answerRoadmap(String token, String decision, String comment) {
        return visitor()
                .submit(
                        "/consulting/answers/roadmap",
                        Map.of("token", token, "roadmapDecision", decision, "roadmapComment", comment));
    }

    /** The secret in the mail with this subject, of the number-th such mail. */
    private String token(String subject, int number) {
        return await().atMost(PATIENCE)
                .until(() -> tokens(email, subject, LINK), found -> found.size() == number)
                .get(0);
    }

    /** Newest first. */
    private List<String> tokens(String to, String subject, Pattern pattern) {
        List<String> tokens = new ArrayList<>();
        for (JsonNode mail : visitor().get("/mailbox/messages?to=" + to).json()) {
            Matcher link = pattern.matcher(mail.path("text").asText());
            if (mail.path("subject").asText().contains(subject) && link.find()) {
                tokens.add(link.group(1));
            }
        }
        return tokens;
    }

    private static String newTaxCode() {
        while (true) {
            String digits = "%09d".formatted(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
            int sum = 0;
            for (int position = 0; position < WEIGHTS.length; position++) {
                sum += WEIGHTS[position] * (digits.charAt(position) - '0');
            }
            int check = 10 - sum % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    private static String json(Object value) {
        return new ObjectMapper().valueToTree(value).toString();
    }
}
