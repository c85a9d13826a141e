package vn.lienket.notification;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.lienket.page.PageAddress;

/**
 * @param baseUrl where people reach the application, e.g. {@code https://lienket.example}, no slash at its end
 * @param mail how it writes to them
 */
@ConfigurationProperties("lienket")
record NotificationProperties(URI baseUrl, Mail mail) {

    /** @param from the sender, e.g. {@code LienKet <lienket@tinh.example>} */
    record Mail(String from) {}

    /** The task opened in Tasklist. */
    String linkToTask(String taskId) {
        return linkToTasks() + "?task=" + taskId;
    }

    /** The page of a case, whose code comes behind it. */
    String linkToCases() {
        return "%s/cases/".formatted(baseUrl);
    }

    /** Tasklist. */
    String linkToTasks() {
        return "%s/camunda/app/tasklist/default/#/".formatted(baseUrl);
    }

    /** The register, with what is looked for in it. */
    String linkToRegister(Map<String, ?> parameters) {
        return baseUrl + PageAddress.of("/cases", parameters);
    }

    /** Where a person chooses his mails. */
    String linkToChoices() {
        return "%s/account/mails".formatted(baseUrl);
    }
}
