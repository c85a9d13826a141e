package vn.lienket.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.EngineApi;
import vn.lienket.support.Session;
import vn.lienket.support.TaxCodes;

/** The people who use one application: each in a browser of his own, signed in once. */
final class Office {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String UNIT = "Việc của đơn vị";
    private static final String NEED = "Quản lý sản xuất, kho và bán hàng";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIST = 5_000;

    private final RunningJar jar;
    private final List<Session> clerks;
    private final Actor officer;
    private final Session manager;
    private final String filter;

    Office(RunningJar jar, int clerks) {
        this.jar = jar;
        this.officer = jar.people().as("binhduong.officer1");
        this.manager = jar.people().browser();
        manager.signIn("binhduong.manager1", "lienket", "cockpit").expect(HttpStatus.OK);
        this.clerks = IntStream.range(0, clerks)
                .mapToObj(number -> jar.people().session(userOf(number)))
                .toList();
        this.filter = filter();
    }

    private static String userOf(int clerk) {
        return "binhduong.officer" + (clerk % 2 + 1);
    }

    private String filter() {
        for (JsonNode saved :
                clerks.get(0).get(ENGINE + "/filter?resourceType=Task").json()) {
            if (saved.path("name").asText().equals(UNIT)) {
                return saved.path("id").asText();
            }
        }
        throw new IllegalStateException("No filter " + UNIT);
    }

    /** Opens that many cases of silent enterprises at once. */
    void open(int cases) throws InterruptedException {
        for (int opened = 0; opened < cases; opened += LIST) {
            String id = openInBulk(Math.min(LIST, cases - opened), false);
            await(
                    () -> "DONE"
                            .equals(officer.get("/api/v1/consulting-cases/bulk/" + id)
                                    .text("state")),
                    20);
        }
        jar.awaitQuiet();
        jar.jdbc().sql("analyze").update();
    }

    /** Begins to open cases; with mails, one and more go out for each. */
    String openInBulk(int cases, boolean mails) throws InterruptedException {
        List<String> taxCodes = Stream.generate(TaxCodes::next).limit(cases).toList();
        register(taxCodes, mails);
        return officer.post("/api/v1/consulting-cases/bulk", Map.of("taxCodes", taxCodes, "need", NEED))
                .expect(HttpStatus.ACCEPTED)
                .text("id");
    }

    private void register(List<String> taxCodes, boolean mails) throws InterruptedException {
        String rows = taxCodes.stream()
                .map(code -> "%s,Công ty TNHH Cơ khí %s,industry-construction,45,30000000000,12000000000,false,%s"
                        .formatted(code, code, mails ? "info@dn%s.example".formatted(code) : ""))
                .collect(Collectors.joining("\n"));
        String csv = "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned,contactEmail\n" + rows;
        String id = officer.upload(
                        "/api/v1/enterprises/import", Map.of(), "dn.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(HttpStatus.ACCEPTED)
                .text("id");
        await(
                () -> "DONE"
                        .equals(officer.get("/api/v1/enterprises/import/" + id).text("state")),
                20);
    }

    /** All clerks at once until the time is over; how many cases they have seen through to the next task. */
    int work(Duration time, Duration pause, Samples samples) throws Exception {
        Instant end = Instant.now().plus(time);
        ExecutorService threads = Executors.newFixedThreadPool(clerks.size());
        try {
            List<Future<Integer>> done = new ArrayList<>();
            for (int number = 0; number < clerks.size(); number++) {
                int clerk = number;
                done.add(threads.submit(() -> {
                    int cases = 0;
                    while (Instant.now().isBefore(end)) {
                        step(clerk, pause, samples);
                        cases++;
                    }
                    return cases;
                }));
            }
            int cases = 0;
            for (Future<Integer> one : done) {
                cases += one.get();
            }
            return cases;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One clerk, one case after the other. */
    void workOff(int cases, Samples samples) throws Exception {
        for (int i = 0; i < cases; i++) {
            step(0, Duration.ZERO, samples);
        }
    }

    /** Opens a case, finds its first task as Tasklist does, takes and completes it, and waits for the next. */
    private void step(int clerk, Duration pause, Samples samples) throws Exception {
        Session browser = clerks.get(clerk);
        EngineApi engine = new EngineApi(browser, ENGINE);
        Thread.sleep(pause.toMillis());
        Map<String, Object> fields = fields(TaxCodes.next());
        String instance = samples.time(
                "start",
                () -> patiently(samples, HttpStatus.CREATED, () -> browser.post("/api/v1/consulting-cases", fields))
                        .text("processInstanceId"));
        Thread.sleep(pause.toMillis());
        samples.time("list", () -> patiently(samples, HttpStatus.OK, () -> list(browser)));
        String task = task(engine, instance, ConsultingModel.TASK_VERIFY, samples);
        Thread.sleep(pause.toMillis());
        samples.time(
                "claim",
                () -> patiently(
                        samples,
                        HttpStatus.NO_CONTENT,
                        () -> engine.post("/task/%s/claim".formatted(task), Map.of("userId", userOf(clerk)))));
        Thread.sleep(pause.toMillis());
        samples.time(
                "complete",
                () -> patiently(
                        samples,
                        HttpStatus.NO_CONTENT,
                        () -> engine.post(
                                "/task/%s/submit-form".formatted(task),
                                EngineApi.variable("verificationDecision", "accept"))));
        samples.time("next task", () -> task(engine, instance, ConsultingModel.TASK_ASSESS, samples));
    }

    /** Asks again after a second, as the application bids, for as long as it is too busy; how often it was is counted. */
    private static Answer patiently(Samples samples, HttpStatus expected, Callable<Answer> request) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = request.call();
        while (answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && Instant.now().isBefore(end)) {
            samples.refused();
            TimeUnit.SECONDS.sleep(1);
            answer = request.call();
        }
        return answer.expect(expected);
    }

    private Answer list(Session browser) {
        return browser.post(
                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                Map.of(),
                "Accept",
                "application/hal+json");
    }

    private static String task(EngineApi engine, String instance, String key, Samples samples)
            throws InterruptedException {
        String[] id = new String[1];
        await(
                () -> {
                    JsonNode found = patiently(
                                    samples,
                                    HttpStatus.OK,
                                    () -> engine.post(
                                            "/task?maxResults=1",
                                            Map.of("processInstanceId", instance, "taskDefinitionKey", key)))
                            .json();
                    id[0] = found.path(0).path("id").asText(null);
                    return id[0] != null;
                },
                100);
        return id[0];
    }

    private static void await(Callable<Boolean> condition, int millis) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE.multipliedBy(60));
        try {
            while (!condition.call()) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Nothing has come of it");
                }
                TimeUnit.MILLISECONDS.sleep(millis);
            }
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> fields(String taxCode) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("taxCode", taxCode);
        fields.put("enterpriseName", "Công ty TNHH Cơ khí " + taxCode);
        fields.put("sector", "industry-construction");
        fields.put("employees", 45);
        fields.put("revenue", 30_000_000_000L);
        fields.put("capital", 12_000_000_000L);
        fields.put("womenOwned", true);
        fields.put("contactName", "Nguyễn Thị Hoa");
        fields.put("contactEmail", "hoa@dn%s.example".formatted(taxCode));
        fields.put("contactPhone", "0912345678");
        fields.put("need", NEED);
        fields.put("needCategory", "strategy");
        return fields;
    }

    /** What people look at, each some times over; bytes of the answer last seen, or its status if it is a refusal. */
    Map<String, String> look(int times, Samples samples) throws Exception {
        EngineApi cockpit = new EngineApi(manager, ENGINE);
        Map<String, Callable<Answer>> views = Map.of(
                "filter with count",
                () -> clerks.get(0)
                        .post(
                                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15",
                                Map.of(),
                                "Accept",
                                "application/hal+json"),
                "register by text",
                () -> officer.get("/api/v1/consulting-cases?text=co%20khi%2037&size=20"),
                "Cockpit: count of activity instances",
                () -> cockpit.get("/history/activity-instance/count?unfinished=true"),
                "Cockpit: list of instances",
                () -> manager.post(
                        "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=50"
                                + "&sortBy=startTime&sortOrder=desc",
                        Map.of()),
                "mailbox",
                () -> officer.get("/mailbox"));
        Map<String, String> bytes = new HashMap<>();
        for (int i = 0; i < times; i++) {
            for (var view : views.entrySet()) {
                var answer = samples.time(view.getKey(), view.getValue());
                bytes.put(
                        view.getKey(),
                        answer.status() == 200 ? Integer.toString(answer.bytes().length) : "status " + answer.status());
            }
        }
        return bytes;
    }
}
