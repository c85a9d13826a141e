package vn.lienket.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The mailbox of the embedded mode: the mails to one person. */
public final class MailboxPage {

    private final Page page;
    private final String list;

    MailboxPage(Page page, String recipient) {
        this.page = page;
        this.list = "/mailbox?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    }

    public Page page() {
        return page;
    }

    /** Waits for a mail with this subject, and opens it. */
    public MailboxPage read(String subject) {
        Locator mail = page.locator("td a").filter(new Locator.FilterOptions().setHasText(subject));
        page.waitForCondition(() -> {
            page.navigate(list);
            return mail.count() > 0;
        });
        mail.first().click();
        content().waitFor();
        return this;
    }

    /** The mail as its HTML part shows it. */
    public Locator content() {
        return page.frameLocator("iframe").locator("body");
    }

    /** Follows the mail's link to a task, which opens in a new tab. */
    public TasklistPage followLink() {
        return new TasklistPage(page.waitForPopup(
                () -> content().getByText("Mở công việc trong Tasklist").click()));
    }
}
