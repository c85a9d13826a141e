package vn.lienket.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Chromium;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TasklistPage;

/** Nobody is shut out of a page: not by what he sees or hears of it, nor by its language, its width or the want of a mouse. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final String ENGINE = "/engine-rest";
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/#";
    private static final String ADMIN = "/camunda/app/admin/default/#";
    private static final String OFFICER = "binhduong.officer1";
    private static final String LEADER = "binhduong.leader1";
    private static final int MOST_KEYS = 60;
    private static final String DRAFT = "Soạn dự thảo thỏa thuận";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    private final Inspection inspection = new Inspection();
    private AgreementCase drafted;
    private Map<String, String> cases;
    private String consultant;

    @BeforeAll
    void casesOfEachKind() {
        AgreementCase inForce = cooperation.agreement().inForce();
        cooperation.agreement().draft();
        cooperation.agreement().upToSigning();
        cooperation.agreement().upToSigning().sign("binhduong").sign("tayninh");
        drafted = cooperation.agreement(Map.of("title", "Thỏa thuận trên mọi trang"));
        cases = new LinkedHashMap<>();
        cases.put("agreement", drafted.code());
        cases.put("agreement in force", inForce.code());
        ConsultingJourney consulting = cooperation.consulting().upTo(ConsultingModel.TASK_ASSESS);
        consultant = consulting.consultant();
        cases.put("consulting", consulting.code());
        cases.put("transfer", cooperation.transfer(Map.of()).code());
    }

    @Test
    void theDesk() {
        TasklistPage tasklist = CHROMIUM.tasklistOf(OFFICER);
        Page page = tasklist.page();
        tasklist.filter("Việc của đơn vị").waitFor();
        look(page, "Tasklist");
        tasklist.open(DRAFT, drafted.code()).claim();
        look(page, "Tasklist, a task");
        tab(page, "Hồ sơ");
        look(page, "Tasklist, the case of a task");
        tab(page, "Sơ đồ");
        page.locator(".djs-container svg").first().waitFor();
        look(page, "Tasklist, the diagram of a task");
        page.locator("#lk-search").fill(drafted.code());
        page.locator("#lk-search-found [role=option]").first().waitFor();
        look(page, "Tasklist, cases found");
        page.keyboard().press("Escape");
        page.locator(".account .dropdown-toggle").click();
        look(page, "Tasklist, the account");
        page.keyboard().press("Escape");
        page.locator(".comment-task a, [ng-click*=createComment]").first().click();
        page.locator(".modal-dialog textarea").waitFor();
        look(page, "Tasklist, a comment");
        page.locator(".modal-footer .btn-default, .modal-footer .btn-link")
                .first()
                .click();
        assertThat(page.locator(".modal-dialog")).hasCount(0);
        page.locator(".start-process-action a").click();
        page.locator(".modal-body li a").first().waitFor();
        look(page, "Tasklist, what can be started");
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-dialog")).hasCount(0);
        tasklist.beginCase("Ký kết thỏa thuận hợp tác");
        look(page, "Tasklist, a start form");
        inspection.findsNothing();
    }

    @Test
    void theDesksOfTheOthers() {
        for (String person :
                List.of(LEADER, "binhduong.legal1", "binhduong.clerk1", "binhduong.manager1", consultant)) {
            TasklistPage tasklist = CHROMIUM.tasklistOf(person);
            Page page = tasklist.page();
            page.navigate("about:blank");
            page.navigate(TASKLIST);
            tasklist.filter(person.equals(consultant) ? "Việc của tôi" : "Việc của đơn vị")
                    .click();
            Locator first = page.locator(".tasks-list li.task h4 a").first();
            look(page, "Tasklist of " + person);
            // a manager looks after the cases of others
            if (first.count() > 0) {
                first.click();
                tasklist.form().waitFor();
                look(page, "Tasklist of %s, a task".formatted(person));
            }
        }
        inspection.findsNothing();
    }

    @Test
    void cockpit() {
        Page page = CHROMIUM.signIn("admin");
        String instance = drafted.processInstanceId();
        JsonNode definitions = engine("/process-definition?latestVersion=true&maxResults=50");
        String definition = definition(instance);
        assertThat(definitions).isNotEmpty();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("dashboard", "/dashboard");
        pages.put("processes", "/processes");
        pages.put("process", "/process-definition/%s/runtime".formatted(definition));
        for (String tab : List.of("incidents", "called-process-definitions", "jobs")) {
            pages.put("process, " + tab, "/process-definition/%s/runtime?tab=%s-tab".formatted(definition, tab));
        }
        pages.put("instance", "/process-instance/%s/runtime".formatted(instance));
        for (String tab : List.of("incidents", "called-process-instances", "user-tasks", "jobs", "external-tasks")) {
            pages.put("instance, " + tab, "/process-instance/%s/runtime?tab=%s-tab".formatted(instance, tab));
        }
        pages.put("decisions", "/decisions");
        pages.put(
                "decision",
                "/decision-definition/"
                        + engine("/decision-definition?latestVersion=true")
                                .get(0)
                                .path("id")
                                .asText());
        pages.put("tasks", "/tasks");
        pages.put("deployments", "/repository");
        pages.put("batches", "/batch");
        walk(page, "Cockpit, ", COCKPIT, pages);
    }

    @Test
    void administration() {
        Page page = CHROMIUM.signIn("admin");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/");
        pages.put("users", "/users");
        pages.put("user", "/users/%s?tab=profile".formatted(OFFICER));
        pages.put("user, groups", "/users/%s?tab=groups".formatted(OFFICER));
        pages.put("user, account", "/users/%s?tab=account".formatted(OFFICER));
        pages.put("new user", "/user-create");
        pages.put("groups", "/groups");
        String group = engine("/group?maxResults=1").get(0).path("id").asText();
        pages.put("group", "/groups/%s?tab=information".formatted(group));
        pages.put("group, users", "/groups/%s?tab=users".formatted(group));
        pages.put("tenants", "/tenants");
        pages.put("authorizations", "/authorization");
        for (String section :
                List.of("system-settings-general", "diagnostics-system-settings", "system-settings-metrics")) {
            pages.put("system, " + section, "/system/?section=" + section);
        }
        for (Map.Entry<String, String> each : pages.entrySet()) {
            open(page, ADMIN + each.getValue());
            // here people are kept by their ids
            inspection.look(page, "Admin, " + each.getKey());
        }
        open(page, "/camunda/app/welcome/default/#/welcome");
        look(page, "Welcome");
        inspection.findsNothing();
    }

    @Test
    void ourPages() {
        for (String path : List.of("/", "/account/forgotten")) {
            inspection.look(CHROMIUM.open(path), path + ", nobody signed in");
        }
        Page page = CHROMIUM.signIn(LEADER);
        Map<String, String> pages = new LinkedHashMap<>();
        List.of(
                        "/cases",
                        "/indicators",
                        "/cases/library",
                        "/account/absences",
                        "/account/mails",
                        "/account/sessions",
                        "/mailbox",
                        "/no-such-page")
                .forEach(path -> pages.put(path, path));
        cases.forEach((kind, code) -> pages.put("the case of " + kind, "/cases/" + code));
        pages.put("withdrawal", "/cases/%s/withdrawal".formatted(drafted.code()));
        pages.put("no such case", "/cases/H99-000000-0000");
        walk(page, "", "", pages);

        Page administrator = CHROMIUM.signIn("admin");
        for (String path : List.of("/access", "/admin")) {
            open(administrator, path);
            inspection.look(administrator, path);
        }
        inspection.findsNothing();
    }

    @Test
    void aTaskIsDoneByKeysAlone() {
        AgreementCase agreement = cooperation.agreement(Map.of("title", "Thỏa thuận soạn bằng bàn phím"));
        TasklistPage tasklist = CHROMIUM.tasklistOf(OFFICER);
        Page page = tasklist.page();
        tasklist.filter("Việc của đơn vị").waitFor();

        tabTo(page, ".task-filter a", "Việc của đơn vị");
        page.keyboard().press("Enter");
        tabTo(page, ".lk-order select", null);
        page.keyboard().press("ArrowDown");
        tasklist.card(agreement.code()).waitFor();
        tabTo(page, ".tasks-list li.task a", null);
        reach(page, "ArrowDown", agreement.code());
        page.keyboard().press("Enter");
        tasklist.showing(DRAFT).claim();
        assertThat(page.locator(".task-card h2.task")).isFocused();

        tabTo(page, "form input[type=radio]", null);
        page.keyboard().press("ArrowDown");
        assertThat(tasklist.field("Để hệ thống tạo dự thảo từ mẫu")).isChecked();
        tabTo(page, "form textarea", null);
        page.keyboard().type("Theo mẫu chung.");
        tabTo(page, ".form-actions .btn-primary", null);
        page.keyboard().press("Enter");

        assertThat(page.locator(".notifications .alert-success")).containsText(agreement.code());
        assertThat(page.locator(".task-card h2.task")).isFocused();
    }

    @Test
    void aDialogKeepsTheFocusAndGivesItBack() {
        TasklistPage tasklist = CHROMIUM.tasklistOf(OFFICER);
        Page page = tasklist.page();
        tasklist.filter("Việc của đơn vị").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Locator start = page.locator(".start-process-action a");
        start.focus();
        page.keyboard().press("Enter");
        page.locator(".modal-body li a").first().waitFor();

        for (int key = 0; key < 15; key++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => !!document.activeElement.closest('.modal')"))
                    .isEqualTo(true);
        }
        page.keyboard().press("Escape");
        assertThat(page.locator(".modal-dialog")).hasCount(0);
        assertThat(start).isFocused();
    }

    @Test
    void aNarrowScreenShowsTheTaskFirstAndNothingBeyondItsEdge() {
        TasklistPage tasklist = CHROMIUM.tasklistOf(OFFICER);
        Page page = tasklist.page();
        page.setViewportSize(390, 844);
        open(page, TASKLIST);
        tasklist.filter("Việc của đơn vị").click();
        Locator first = page.locator(".tasks-list li.task h4 a").first();
        narrow(page, "the list");
        first.click();
        tasklist.form().waitFor();
        assertThat(page.locator(".task-card h2.task")).isInViewport();
        assertThat(first).isHidden();
        narrow(page, "a task");
        page.locator(".lk-back").click();
        assertThat(first).isVisible();
        page.locator(".navbar-toggle").click();
        assertThat(page.locator(".app-menu a[href='/cases']")).isVisible();
        narrow(page, "the menu");

        List<String> paths = new ArrayList<>(List.of(
                "/cases", "/indicators", "/cases/library", "/account/absences", "/account/mails", "/account/sessions"));
        cases.values().forEach(code -> paths.add("/cases/" + code));
        paths.add("/cases/%s/withdrawal".formatted(drafted.code()));
        for (String path : paths) {
            open(page, path);
            narrow(page, path);
        }
    }

    private static void narrow(Page page, String what) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue())
                .as(what)
                .isLessThanOrEqualTo(0);
        CHROMIUM.picture(page, "narrow-" + what.replaceAll("\\W+", "-"));
    }

    /** Presses Tab until something like this has the focus. */
    private static void tabTo(Page page, String selector, String text) {
        for (int key = 0; key < MOST_KEYS; key++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate(
                    "([selector, text]) => document.activeElement.matches(selector)"
                            + " && document.activeElement.textContent.includes(text)",
                    List.of(selector, text == null ? "" : text));
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("Not reached by Tab: " + selector);
    }

    /** Presses a key in the list until the card of this case has the focus. */
    private static void reach(Page page, String key, String caseCode) {
        for (int time = 0; time < MOST_KEYS; time++) {
            Object there = page.evaluate(
                    "code => document.activeElement.closest('li.task').textContent.includes(code)", caseCode);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("Not reached in the list: " + caseCode);
    }

    private void walk(Page page, String application, String address, Map<String, String> pages) {
        pages.forEach((name, path) -> {
            open(page, address + path);
            look(page, application + name);
        });
        inspection.findsNothing();
    }

    private void look(Page page, String name) {
        inspection.lookForIdsToo(page, name);
    }

    /** Anew: what an application shows must not depend on where it was before. */
    private static void open(Page page, String path) {
        page.navigate("about:blank");
        page.navigate(path);
    }

    private static void tab(Page page, String name) {
        page.locator(".nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    private JsonNode engine(String path) {
        return cooperation.as("admin").get(ENGINE + path).expect(HttpStatus.OK).json();
    }

    private String definition(String instance) {
        return engine("/process-instance/" + instance).path("definitionId").asText();
    }
}
