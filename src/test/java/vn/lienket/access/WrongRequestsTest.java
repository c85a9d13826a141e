package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** What is wrong is said in Vietnamese at every door: on a page to a browser that opens one, else as problem details. */
@IntegrationTest
class WrongRequestsTest {

    private static final Pattern MARKUP = Pattern.compile("(?s)<style.*?</style>|<script.*?</script>|<[^>]*>");

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|is|not|cannot|error|no|for|with|value|request|invalid|found|failed|must|null|bad|unexpected"
                    + "|whitelabel|exception|could|parameter|property|method|type|timestamp|path|resource)\\b");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private static final String REQUESTS = """
            GET /camunda/lib/x.js
            GET /camunda/app/x/y.js
            GET /camunda/app/tasklist/default/x.js
            GET /camunda/app/x
            GET /camunda/app/tasklist/other/
            GET /camunda/assets/x.css
            GET /camunda/api/tasklist/plugin/x/static/x.js
            GET /camunda/api/tasklist/plugin/tasklistPlugins/static/x.js
            GET /WEB-INF/web.xml
            GET /META-INF/x
            GET /consulting/answers/x
            GET /consulting/answers?token=x
            GET /consulting/answers
            POST /consulting/answers form a=%zz
            POST /consulting/answers/supplement form round=x&files=x
            GET /consulting/cases
            GET /consulting/cases?token=x
            GET /consulting/cases/x
            GET /consulting/cases/documents/x
            GET /consulting/link?case=%00
            POST /consulting/link form a=%zz
            POST /consulting/link form taxCode=%00&email=x
            GET /verify?code=%00
            GET /verify/x
            POST /verify form a=%zz
            POST /verify form file=x
            GET /?problem=%00&seconds=abc
            GET /?problem=wait&seconds=abc
            GET /?seconds=99999999999999999999
            GET /?next=%zz
            GET /?next=%ff
            GET /%ff
            GET /%zz
            GET /a%00
            GET /favicon.ico
            GET /x
            GET /error
            GET /account/forgotten?x=%zz
            POST /account/forgotten?x=%zz form person=x
            POST /account/forgotten form person=%zz
            POST /account/forgotten form %zz
            POST /account/forgotten json {}
            POST /account/forgotten/asked form a=b
            GET /account/password
            GET /account/password?token=%zz
            POST /account/password/set form token=%zz
            POST /account/password form token=%zz
            PUT /account/password form a=b
            POST /second-factor json [
            PUT /second-factor form a=b
            GET /account/absences/x
            GET /account/absences?page=x
            POST /account/absences form absence=x
            GET /account/mails/x
            POST /account/mails form work=x
            POST /account/mails form x=none
            GET /account/sessions/x
            POST /account/sessions form id=x
            POST /account/sessions/x form id=x
            POST /account/logout/x form id=x
            GET /cases?page=x
            GET /cases?page=99999999999999999999
            GET /cases?page=%zz
            GET /cases/x
            GET /cases/x/y/z
            GET /cases/library?page=x
            GET /cases/library/x
            POST /cases form a=b
            POST /cases json {
            PUT /cases form a=b
            DELETE /cases/x form a=b
            GET /admin/audit?page=x
            GET /admin/audit?from=x&to=y
            GET /admin/audit/x
            GET /admin/access?person=x
            GET /admin/access/x/y
            GET /admin/sessions?person=%zz
            POST /admin/sessions form x=y
            POST /admin/audit form x=y
            GET /admin/personal-data?person=x
            POST /admin/personal-data json {
            GET /admin/x
            GET /mailbox/x
            GET /mailbox/x/y
            POST /mailbox form a=b
            GET /demo/keys/x
            POST /demo/keys/x.p12 form a=b
            GET /actuator
            GET /actuator/env
            GET /actuator/health/x
            POST /actuator/health json {}
            GET /api/v1/agreements?page=x
            GET /api/v1/agreements/x
            GET /api/v1/agreements?x=%zz
            POST /api/v1/agreements json [
            POST /api/v1/agreements json []
            POST /api/v1/agreements json "x"
            POST /api/v1/agreements form a=b
            DELETE /api/v1/agreements json {}
            GET /api/v1/signing
            POST /api/v1/signing json [
            POST /api/v1/signing json {"documentId": "x"}
            POST /api/v1/signing json {"certificate": "%"}
            POST /api/v1/signing json {"documentId": "00000000-0000-0000-0000-000000000000", "certificate": "AAAA", "chain": [null]}
            POST /api/v1/signing form a=b
            POST /api/v1/signing/x/value json {"value": "AAAA"}
            POST /api/v1/signing/00000000-0000-0000-0000-000000000000/value json [
            GET /api/v1/signing/remote/x
            POST /api/v1/signing/remote json [
            POST /api/v1/signing/remote json {"documentId": "x", "pin": []}
            POST /api/v1/signing/remote form a=b
            GET /api/v1/documents/x
            GET /api/v1/documents/x/signatures
            GET /api/v1/audit?page=x
            GET /api/v1/work?page=x
            GET /api/v1/tasks/receivers
            GET /api/v1/incidents?page=x
            GET /api/v1/incidents?size=0
            GET /api/v1/incidents?case=%00
            POST /api/v1/incidents/x/retries json []
            GET /api/v1/repairs/cases/x
            POST /api/v1/repairs/migrations json {}
            POST /api/v1/repairs/moves json {"dryRun":"x"}
            PUT /api/v1/mails/x/address json {}
            GET /cases/x/mails/x/address
            POST /cases/x/mails/x/address form address=x
            GET /api/v1/x
            GET /api/v2
            GET /engine-rest
            GET /engine-rest/x
            GET /engine-rest/engine/other/task
            GET /engine-rest/engine/other/x
            GET /engine-rest/task/x
            GET /engine-rest/task?maxResults=x
            GET /engine-rest/task?sortBy=x&sortOrder=y
            GET /engine-rest/task?sortBy=name
            GET /engine-rest/task?createdAfter=x
            GET /engine-rest/task?processVariables=x
            GET /engine-rest/task?x=%zz
            GET /engine-rest/task/x/form
            GET /engine-rest/task/x/variables/y
            GET /engine-rest/process-definition/x
            GET /engine-rest/process-definition/key/x/xml
            GET /engine-rest/process-instance/x
            GET /engine-rest/history/task?sortBy=x&sortOrder=asc
            GET /engine-rest/history/task?finished=x
            GET /engine-rest/history/process-definition/x/statistics?sortBy=a
            GET /engine-rest/history/activity-instance?finishedAfter=x
            GET /engine-rest/history/process-instance/report?reportType=x&periodUnit=y
            GET /engine-rest/history/process-instance/report?reportType=duration
            GET /engine-rest/history/task/report?reportType=duration
            GET /engine-rest/job?duedates=x
            GET /engine-rest/metrics/x/sum
            GET /engine-rest/metrics?startDate=x
            GET /engine-rest/user/x/profile
            GET /engine-rest/group/x
            GET /engine-rest/authorization?type=x
            GET /engine-rest/authorization/check
            GET /engine-rest/filter/x
            GET /engine-rest/filter?sortBy=x
            GET /engine-rest/decision-definition/key/x
            GET /engine-rest/incident/x
            POST /engine-rest/task json [
            POST /engine-rest/task json []
            POST /engine-rest/task json {"x":1}
            POST /engine-rest/task json {"maxResults":"x"}
            POST /engine-rest/task json {"createdAfter":"x"}
            POST /engine-rest/task json {"sorting":[{"sortBy":"x","sortOrder":"y"}]}
            POST /engine-rest/task json {"processVariables":[{"name":"a","operator":"x","value":1}]}
            POST /engine-rest/task json {"processVariables":[{"operator":"eq","value":1}]}
            POST /engine-rest/task json {"orQueries":[{"sorting":[]}],"x":2}
            POST /engine-rest/task form a=b
            POST /engine-rest/task/x/claim json {}
            POST /engine-rest/task/x/complete json {"variables":{"a":{"value":"x","type":"Date"}}}
            POST /engine-rest/task/x/complete json []
            POST /engine-rest/task/x/identity-links json {}
            POST /engine-rest/task/create json {"x":1}
            POST /engine-rest/message json {}
            POST /engine-rest/message json {"messageName":"x"}
            POST /engine-rest/signal json {}
            POST /engine-rest/process-definition/key/x/start json {}
            POST /engine-rest/process-definition/key/AgreementSigningProcess/start json {"variables":[]}
            POST /engine-rest/process-definition/key/AgreementSigningProcess/start json {"variables":{"a":{"value":"x","type":"Y"}}}
            POST /engine-rest/process-instance json {"activityIdIn":"x"}
            POST /engine-rest/process-instance/x/modification json {}
            PUT /engine-rest/process-instance/suspended json {}
            PUT /engine-rest/job/x/retries json {}
            PUT /engine-rest/job/x/duedate json {"duedate":"x"}
            POST /engine-rest/modification/execute json {}
            POST /engine-rest/migration/generate json {}
            POST /engine-rest/migration/validate json []
            POST /engine-rest/batch json {}
            POST /engine-rest/user/create json {}
            POST /engine-rest/authorization/create json {}
            POST /engine-rest/filter/create json {}
            POST /engine-rest/filter/create json {"resourceType":"x"}
            POST /engine-rest/identity/password-policy json {}
            POST /engine-rest/condition json {}
            POST /engine-rest/execution/x/signal json []
            POST /engine-rest/decision-definition/key/x/evaluate json {}
            POST /engine-rest/deployment/create json {}
            POST /engine-rest/history/process-instance/delete json {}
            POST /engine-rest/telemetry/configuration json []
            DELETE /engine-rest/task json {}
            PUT /engine-rest/user/x/profile json []
            PATCH /engine-rest/task json {}
            GET /camunda/api/engine/engine/other/task
            GET /camunda/api/engine/x
            GET /camunda/api/engine/engine/default/x
            GET /camunda/api/engine/engine/default/task/x
            GET /camunda/api/engine/engine/default/task?sortBy=x&sortOrder=y
            POST /camunda/api/engine/engine/default/task json []
            POST /camunda/api/engine/engine/default/task json [
            POST /camunda/api/engine/engine/default/filter/x/list json []
            POST /camunda/api/cockpit/plugin/base/default/incident json []
            POST /camunda/api/cockpit/plugin/base/default/incident json [
            POST /camunda/api/cockpit/plugin/base/default/incident form a=b
            POST /camunda/api/cockpit/plugin/base/default/process-instance json []
            POST /camunda/api/cockpit/plugin/base/default/process-definition/statistics json []
            POST /camunda/api/cockpit/plugin/base/default/x json {}
            POST /camunda/api/cockpit/plugin/base/other/incident json {}
            GET /camunda/api/cockpit/plugin/x
            GET /camunda/api/cockpit/plugin/base/default/process-definition/x/called-process-definitions
            GET /camunda/api/cockpit/plugin/base/default/process-instance/x/called-process-instances
            GET /camunda/api/cockpit/plugin/base/other/incident
            GET /camunda/api/cockpit/x
            GET /camunda/api/admin/x
            GET /camunda/api/admin/plugin/x
            GET /camunda/api/admin/plugin/adminPlugins/default/metrics?subscriptionStartDate=x
            GET /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated?interval=x
            GET /camunda/api/admin/auth/user/other
            POST /camunda/api/admin/auth/user/other/login/tasklist form username=x
            POST /camunda/api/admin/auth/user/default/login/x form username=x&password=y
            POST /camunda/api/admin/auth/user/default/login/tasklist form username=%zz
            POST /camunda/api/admin/auth/user/default/login/tasklist json {
            GET /camunda/x
            GET /camunda/api
            TRACE /cases
            PATCH /cases""";

    @Autowired
    Cooperation cooperation;

    @Autowired
    Environment environment;

    private record Reply(int status, String type, String body) {}

    static List<String> requests() {
        return REQUESTS.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areToldInVietnamese(String line) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String accept :
                List.of("text/html,application/xhtml+xml,*/*;q=0.8", "application/json", "*/*", "image/png")) {
            for (String who : List.of("", "binhduong.officer1", "admin")) {
                Reply reply = send(line, accept, who.isEmpty() ? "" : basic(who));
                String problem = problem(reply);
                if (problem != null) {
                    wrong.add("%s as %s: %d %s %s".formatted(accept, who, reply.status(), problem, shortened(reply)));
                }
            }
        }
        assertThat(wrong).as(line).isEmpty();
    }

    private static String shortened(Reply reply) {
        return reply.type() + " "
                + reply.body().substring(0, Math.min(300, reply.body().length()));
    }

    /** What is wrong with an answer that says that something is wrong, or null. */
    private static String problem(Reply reply) {
        if (reply.status() < 400) {
            return null;
        }
        if (reply.status() >= 500) {
            return "is taken for a failure of ours";
        }
        if (reply.body().contains("\tat ") || reply.body().contains("Exception:")) {
            return "shows a stack";
        }
        boolean json = reply.type().startsWith("application/problem+json")
                || reply.type().startsWith(JSON);
        boolean page = reply.type().startsWith("text/html");
        if (page ? !reply.body().contains("<html lang=\"vi\"") : !json) {
            return "is neither a page of ours nor problem details";
        }
        String text = page
                ? MARKUP.matcher(reply.body()).replaceAll(" ")
                : reply.body()
                        // an address, in which names stand
                        .replaceAll("\"instance\" ?: ?\"[^\"]*\"", "")
                        .replaceAll("\"(type|title|status|detail|message|errors|field|code)\" ?:", "")
                        .replaceAll("\"[A-Za-z]*Exception\"|about:blank|null|“[^”]*”", "");
        if (!text.matches("(?s).*[À-ỹ].*")) {
            return "says nothing in Vietnamese";
        }
        var english = ENGLISH.matcher(text);
        return english.find() ? "says “" + english.group() + "”" : null;
    }

    private static String basic(String who) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((who + ":lienket").getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    /** As it is written, since clients correct what is wrong. */
    private Reply send(String line, String accept, String headers) throws IOException {
        String[] parts = line.split(" ", 4);
        String body = parts.length > 3 ? parts[3] : "";
        String type = parts.length < 3 ? "" : "Content-Type: " + (parts[2].equals("form") ? FORM : JSON) + "\r\n";
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((parts[0] + " " + parts[1] + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: " + accept
                                    + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n" + type
                                    + headers
                                    + "\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            String head = answer.substring(0, end);
            String contentType = head.lines()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                    .map(header -> header.substring(13).strip())
                    .findFirst()
                    .orElse("");
            return new Reply(Integer.parseInt(head.substring(9, 12)), contentType, answer.substring(end + 4));
        }
    }
}
