package vn.lienket.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import vn.lienket.engine.FinalFailure;
import vn.lienket.engine.JobFailure;

/** Hands messages to the mail server. */
@Service
public class MessageDelivery {

    private static final String INVITATION_FILE = "invite.ics";
    /** Answers of a server to an address; not a full mailbox, which may be emptied. */
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 553);

    /** With the same numbers a server says that it does not let us send, which somebody will mend (RFC 3463, X.7). */
    private static final Pattern OF_THE_SENDER = Pattern.compile("\\b5\\.7\\.\\d+|(?i)\\brelay");

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Messages messages;
    private final Attachments attachments;
    private final MailTemplates templates;
    private final JavaMailSender mailSender;
    private final NotificationProperties properties;

    MessageDelivery(
            Messages messages,
            Attachments attachments,
            MailTemplates templates,
            JavaMailSender mailSender,
            NotificationProperties properties) {
        this.messages = messages;
        this.attachments = attachments;
        this.templates = templates;
        this.mailSender = mailSender;
        this.properties = properties;
    }

    /**
     * Sends a message unless it has been sent or has lost its recipient.
     *
     * @throws JobFailure with a Vietnamese sentence if the server does not take it, or somebody else is sending it
     * @throws FinalFailure likewise, if it never will: the address is none, or none there
     */
    public void deliver(UUID messageId) {
        if (!messages.hold(messageId)) {
            throw new JobFailure("Thư %s đang được gửi ở nơi khác.".formatted(messageId), null);
        }
        Message message = messages.find(messageId)
                .orElseThrow(() -> new IllegalStateException("Không tìm thấy thư %s.".formatted(messageId)));
        if (message.sentAt() != null || message.erased()) {
            return;
        }
        try {
            mailSender.send(mail(message));
        } catch (MailException | MessagingException | UnsupportedEncodingException failure) {
            String sentence = "Không gửi được thư “%s” đến %s: %s"
                    .formatted(message.subject(), message.recipient().email(), printable(failure.getMessage()));
            Optional<String> refusal = refusal(failure);
            if (refusal.isPresent() && messages.markRefused(message, printable(refusal.get()))) {
                throw new FinalFailure(sentence, failure);
            }
            throw new JobFailure(sentence, failure);
        }
        messages.markSent(messageId);
    }

    /** Why the address will never be taken; empty if another try may succeed. */
    private static Optional<String> refusal(Throwable failure) {
        if (failure instanceof AddressException) {
            return Optional.of("địa chỉ không đúng dạng");
        }
        if (failure instanceof SMTPAddressFailedException refused
                && NO_SUCH_ADDRESS.contains(refused.getReturnCode())
                && !OF_THE_SENDER.matcher(refused.getMessage()).find()) {
            return Optional.of("máy chủ thư trả lời: " + refused.getMessage());
        }
        if (failure instanceof MailSendException sending) {
            return Stream.of(sending.getMessageExceptions())
                    .flatMap(each -> refusal(each).stream())
                    .findFirst();
        }
        return failure instanceof MessagingException outer && outer.getNextException() != null
                ? refusal(outer.getNextException())
                : Optional.empty();
    }

    /** The server's words stand in it, and a job whose failure has a NUL could not even be noted as failed. */
    private static String printable(String words) {
        return String.valueOf(words).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private MimeMessage mail(Message message) throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = mailSender.createMimeMessage();
        mail.setFrom(properties.mail().from());
        mail.setRecipient(
                MimeMessage.RecipientType.TO,
                new InternetAddress(
                        message.recipient().email(), message.recipient().name(), UTF_8));
        mail.setSubject(message.subject(), UTF_8);
        mail.setContent(content(message));
        mail.setSentDate(Date.from(message.createdAt()));
        // the sender keeps a Message-ID that is set before it sends, so a repeat is recognised as such
        mail.setHeader(
                "Message-ID",
                "<%s@%s>".formatted(message.id(), properties.baseUrl().getHost()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.caseCode() != null) {
            mail.setHeader("X-LienKet-Dossier", message.caseCode());
        }
        return mail;
    }

    private MimeMultipart content(Message message) throws MessagingException {
        MimeMultipart text = new MimeMultipart(
                "alternative",
                part(message.text(), "plain"),
                part(templates.page(message.subject(), message.html()), "html"));
        CalendarPart calendar = message.calendar();
        if (calendar != null) {
            text.addBodyPart(part(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method()));
        }
        if (message.attachments().isEmpty() && calendar == null) {
            return text;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(text);
        MimeMultipart mixed = new MimeMultipart(body);
        for (UUID document : message.attachments()) {
            mixed.addBodyPart(attachments.part(document));
        }
        if (calendar != null) {
            // once more, for programs that read no calendar by themselves
            MimeBodyPart file = part(calendar, "application/ics");
            file.setFileName(INVITATION_FILE);
            file.setDisposition(Part.ATTACHMENT);
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** In base64, so that no mail server touches its line ends. */
    private static MimeBodyPart part(CalendarPart calendar, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = calendar.text().getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
