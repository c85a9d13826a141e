package vn.lienket.notification;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.assignment.process.AssignmentModel;
import vn.lienket.cases.Dossiers;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.party.Person;

/** What tests do with cases and read in mails. */
public class Cases {

    private final Dossiers dossiers;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final TransactionTemplate transaction;
    private final GreenMail mailServer;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final TwoDepartments parties;

    Cases(
            Dossiers dossiers,
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService,
            PlatformTransactionManager transactionManager,
            GreenMail mailServer,
            JdbcClient jdbc,
            SettableClock clock,
            TwoDepartments parties,
            RepositoryService deployed) {
        this.dossiers = dossiers;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.transaction = new TransactionTemplate(transactionManager);
        this.mailServer = mailServer;
        this.jdbc = jdbc;
        this.clock = clock;
        this.parties = parties;
    }

    /** No case, no mail, no choice, everybody present, no overview of a week to come, Friday 20 November 2026, 9:00. */
    public void reset() throws Exception {
        List<String> instances = runtimeService.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!instances.isEmpty()) {
            runtimeService.deleteProcessInstances(instances, "test", true, true);
        }
        jdbc.sql("truncate lienket.message, lienket.message_attachment, lienket.digest, lienket.mail_choice,"
                        + " lienket.mail_later")
                .update();
        clock.set("2026-11-20T09:00");
        parties.restore();
        jdbc.sql(
                        "insert into lienket.digest (recipient, overview_week) select person, date '2099-12-28' from unnest(?) person")
                .param(parties.people().stream().map(Person::id).toArray(String[]::new))
                .update();
        mailServer.purgeEmailFromAllMailboxes();
    }

    /** From now on the overview of each week is written, as if everybody had had the one before. */
    public void awaitOverviews() {
        jdbc.sql("update lienket.digest set overview_week = date '2026-11-16'").update();
    }

    /** Opens a case whose one task is due then; the assignee may be null. */
    public Task open(String title, String assignee, String due) {
        return open(title, assignee, due, false);
    }

    /** The same, but nobody is to be told of its tasks. */
    public Task openQuietly(String title, String assignee, String due) {
        return open(title, assignee, due, true);
    }

    private Task open(String title, String assignee, String due, boolean quiet) {
        String code = transaction.execute(status -> {
            String caseCode = dossiers.open("test", title, "binhduong-tayninh", "binhduong");
            runtimeService.startProcessInstanceByKey(
                    "CaseProcess",
                    caseCode,
                    Variables.putValue("caseCode", caseCode)
                            .putValue("channel", "binhduong-tayninh")
                            .putValue("quiet", quiet)
                            .putValue("assignee", assignee)
                            .putValue("due", due == null ? null : Date.from(SettableClock.at(due))));
            return caseCode;
        });
        return taskService.createTaskQuery().processInstanceBusinessKey(code).singleResult();
    }

    /** Runs every delivery that waits. */
    public void deliver() {
        deliveries().forEach(job -> managementService.executeJob(job.getId()));
    }

    public List<Job> deliveries() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .list();
    }

    /** Runs the watch once, as its timer would. */
    public void watch() {
        managementService.executeJob(managementService
                .createJobQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .singleResult()
                .getId());
    }

    /** "recipient: subject without the code" of everything written since the last call, ordered. */
    public List<String> written() {
        List<String> written = jdbc
                .sql("select recipient_email || ': ' || subject from lienket.message where sent_at is null")
                .query(String.class)
                .list()
                .stream()
                .map(line -> line.replace("@binhduong.example", "").replaceAll("\\[[^]]*] ", ""))
                .sorted()
                .toList();
        jdbc.sql("update lienket.message set sent_at = created_at").update();
        return written;
    }

    public List<MimeMessage> mails() {
        return Arrays.asList(mailServer.getReceivedMessages());
    }

    public MimeMessage mailTo(String address) throws Exception {
        for (MimeMessage mail : mails()) {
            if (mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + address);
    }

    public static String textOf(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    public static String htmlOf(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        if (parts.getContentType().startsWith("multipart/mixed")) {
            parts = (MimeMultipart) parts.getBodyPart(0).getContent();
        }
        BodyPart part = parts.getBodyPart(index);
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
