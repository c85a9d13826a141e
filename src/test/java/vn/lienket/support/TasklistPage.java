package vn.lienket.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camunda Tasklist, found by its structure and our Vietnamese texts: the labels of the web application itself may be translated. */
public final class TasklistPage {

    private static final Pattern CASE_CODE = Pattern.compile("H\\d{2}-\\d{6}-\\d{4}");

    private final Page page;

    TasklistPage(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Opens the start form of a process. */
    public TasklistPage beginCase(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText(process).click();
        form().waitFor();
        return this;
    }

    /** Starts the case of the start form, and waits until that is done. */
    public void start() {
        submit();
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    /** The dossier code on a card of the user's unit whose text contains this one. */
    public String caseCode(String text) {
        filter("Việc của đơn vị").click();
        newestFirst();
        assertThat(card(text)).containsText(CASE_CODE);
        Matcher code = CASE_CODE.matcher(card(text).innerText());
        code.find();
        return code.group();
    }

    /** Finds a task of the user's unit by the dossier code on its card, and opens it. */
    public TasklistPage open(String task, String caseCode) {
        return open("Việc của đơn vị", task, caseCode);
    }

    /** Finds a task that the user was given by the dossier code on its card, and opens it. */
    public TasklistPage openOwn(String task, String caseCode) {
        return open("Việc của tôi", task, caseCode);
    }

    /** Waits for the form of a task that is being opened. */
    public TasklistPage showing(String task) {
        assertThat(page.locator(".task-card h2.task")).hasText(task);
        form().waitFor();
        return this;
    }

    /** Waits until the open task is the person's own: by opening it, he takes it. */
    public TasklistPage claim() {
        assertThat(page.locator(".task-card button.unclaim")).isVisible();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        form().waitFor();
        return this;
    }

    /** Completes the open task, and waits until that is done and said. */
    public void complete() {
        submit();
        assertThat(page.locator(".notifications .alert-success").filter(having("Đã gửi")))
                .isVisible();
    }

    /** Submits and expects a sentence: beside a field, or as Tasklist shows a refusal. */
    public TasklistPage refused(String sentence) {
        submit();
        assertThat(page.locator(".lk-error, .lk-alert, .fjs-form-field-error, .notifications .alert")
                        .filter(having(sentence))
                        .first())
                .isVisible();
        return this;
    }

    /** Submits what is asked once more before it is sent, and expects that question. */
    public TasklistPage asked(String sentence) {
        submit();
        assertThat(question()).containsText(sentence);
        return this;
    }

    /** Says yes to the question, and waits until that is done. */
    public void confirm(String button) {
        question()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        assertThat(question()).hasCount(0);
    }

    /** Types a day as people write it, and leaves the field. */
    public TasklistPage fill(String label, LocalDate day) {
        whole().fill(label, day);
        return this;
    }

    public TasklistPage fill(String label, String value) {
        whole().fill(label, value);
        return this;
    }

    public TasklistPage select(String label, String value) {
        whole().select(label, value);
        return this;
    }

    /** Checks a box or a radio button. */
    public TasklistPage check(String label) {
        whole().check(label);
        return this;
    }

    /** Chooses a file, and waits until it is stored. */
    public TasklistPage upload(String label, String fileName, String mediaType, byte[] content) {
        field(label).setInputFiles(new FilePayload(fileName, mediaType, content));
        assertThat(form().locator(".lk-upload a")).containsText(fileName);
        return this;
    }

    /** Follows the link of a file in the form. */
    public byte[] download(Locator link) {
        return Download.of(link).content();
    }

    public Locator form() {
        return page.locator("form.lk-form, form.fjs-form");
    }

    public Locator field(String label) {
        return whole().field(label);
    }

    /** A part of the form by its heading, where several look alike. */
    public FormPart part(String heading) {
        return new FormPart(form().getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(heading).setExact(true)));
    }

    /** What the form shows in a place of its own. */
    public Locator shown(String slot) {
        return form().locator("[data-slot=%s]".formatted(slot));
    }

    /** Scrolls what the form shows in a place of its own to the top, with the heading above it. */
    public TasklistPage scrollTo(String slot) {
        shown(slot)
                .evaluate(
                        "({ parentElement: part }) => { part.style.scrollMarginTop = '20px'; part.scrollIntoView(); }");
        return this;
    }

    /** The questions of an assessment. */
    public MaturitySheet sheet() {
        return new MaturitySheet(form());
    }

    /** Presses a button of the form itself. */
    public TasklistPage click(String button) {
        form().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    public Locator filter(String name) {
        return page.locator(".task-filter").filter(having(name));
    }

    /** The cards in the list whose text contains this one. */
    public Locator card(String text) {
        return page.locator(".tasks-list li.task").filter(having(text));
    }

    /** Lists what came last first, so that it is on the first page whatever else there is to do. */
    public TasklistPage newestFirst() {
        page.getByLabel("Sắp xếp danh sách việc").selectOption("Mới nhất");
        return this;
    }

    private TasklistPage open(String filter, String task, String caseCode) {
        filter(filter).click();
        newestFirst();
        card(caseCode).filter(having(task)).locator("h4 a").click();
        return showing(task);
    }

    /** An earlier refusal may lie over the button until it is closed. */
    private void submit() {
        page.locator(".notifications .close").evaluateAll("buttons => buttons.forEach((button) => button.click())");
        page.locator(".form-actions .btn-primary, .modal-footer .btn-primary")
                .filter(new Locator.FilterOptions().setVisible(true))
                .click();
    }

    private Locator question() {
        return page.locator("[role=alertdialog]");
    }

    private FormPart whole() {
        return new FormPart(form());
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
