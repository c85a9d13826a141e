package vn.lienket.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Camunda Tasklist, found by its structure and our Vietnamese texts: the labels of the web application itself may be translated. */
public final class TasklistPage {

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

    /** Finds a task of the user's unit by the dossier code on its card, and opens it. */
    public TasklistPage open(String task, String caseCode) {
        filter("Việc của đơn vị").click();
        card(caseCode).filter(having(task)).locator("h4 a").click();
        return showing(task);
    }

    /** Waits for the form of a task that is being opened. */
    public TasklistPage showing(String task) {
        assertThat(page.locator(".task-card h2.task")).hasText(task);
        form().waitFor();
        return this;
    }

    public TasklistPage claim() {
        page.locator(".task-card button.claim").click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        form().waitFor();
        return this;
    }

    /** Completes the open task, and waits until that is done. */
    public void complete() {
        submit();
        assertThat(page.locator(".task-card")).hasCount(0);
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

    /** Fills in a field and leaves it, as people do before they click: some fields take over what was typed only then. */
    public TasklistPage fill(String label, String value) {
        field(label).fill(value);
        field(label).blur();
        return this;
    }

    public TasklistPage select(String label, String value) {
        field(label).selectOption(value);
        return this;
    }

    /** Checks a box or a radio button. */
    public TasklistPage check(String label) {
        field(label).check();
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
        Download download = page.waitForDownload(link::click);
        try (InputStream content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locator form() {
        return page.locator("form.lk-form, form.fjs-form");
    }

    /** The control whose label begins so; required ones end in an asterisk. */
    public Locator field(String label) {
        return form().getByLabel(Pattern.compile("^\\s*" + label.replaceAll("[().?]", "\\\\$0")));
    }

    public Locator filter(String name) {
        return page.locator(".task-filter").filter(having(name));
    }

    /** The cards in the list whose text contains this one. */
    public Locator card(String text) {
        return page.locator(".tasks-list li.task").filter(having(text));
    }

    /** An earlier refusal may lie over the button until it is closed. */
    private void submit() {
        page.locator(".notifications .close").evaluateAll("buttons => buttons.forEach((button) => button.click())");
        page.locator(".form-actions .btn-primary, .modal-footer .btn-primary")
                .filter(new Locator.FilterOptions().setVisible(true))
                .click();
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
