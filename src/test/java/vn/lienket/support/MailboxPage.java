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

    /** The one file that is sent with the mail. */
    public Download attachment() {
        return Download.of(page.locator("a[href*='/attachments/']"));
    }

    /** Follows the mail's link to a task. */
    public TasklistPage followLink() {
        return new TasklistPage(follow("Mở công việc trong Tasklist"));
    }

    /** Follows a button of the mail, which opens in a new tab. */
    public Page follow(String button) {
        return page.waitForPopup(() -> content()
                .getByText(button, new Locator.GetByTextOptions().setExact(true))
                .click());
    }
}
