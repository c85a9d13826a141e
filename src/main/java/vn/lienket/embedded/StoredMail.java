package vn.lienket.embedded;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as one recipient got it.
 *
 * @param id in order of arrival
 * @param receivedAt in Vietnamese time
 * @param recipient the address, in lower case
 * @param sender as in the header From, decoded
 * @param raw the message as it came
 */
record StoredMail(
        long id,
        OffsetDateTime receivedAt,
        String recipient,
        String sender,
        String subject,
        String messageId,
        byte[] raw) {

    /** The plain text; empty if the mail has none. */
    String text() {
        return body("text/plain");
    }

    /** The HTML; empty if the mail has none. */
    String html() {
        return body("text/html");
    }

    /** The files that came with it, in their order. */
    List<MailAttachment> attachments() {
        List<MailAttachment> attachments = new ArrayList<>();
        try {
            collect(message(), attachments);
        } catch (MessagingException | IOException e) {
            throw unreadable(e);
        }
        return attachments;
    }

    private String body(String type) {
        try {
            return find(message(), type).orElse("");
        } catch (MessagingException | IOException e) {
            throw unreadable(e);
        }
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    private IllegalStateException unreadable(Exception cause) {
        return new IllegalStateException("Mail " + id + " is not readable", cause);
    }

    private static void collect(Part part, List<MailAttachment> attachments) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            int number = attachments.size() + 1;
            attachments.add(new MailAttachment(
                    number,
                    Objects.requireNonNullElse(part.getFileName(), "tep-" + number),
                    new ContentType(part.getContentType()).getBaseType(),
                    part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), attachments);
            }
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType(type)) {
            return Optional.of(content(part));
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart candidate = parts.getBodyPart(i);
                Optional<String> found = find(candidate, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String content(Part part) throws MessagingException, IOException {
        try {
            return part.getContent().toString();
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
