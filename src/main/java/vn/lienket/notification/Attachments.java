package vn.lienket.notification;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;

/** Makes parts of a mail out of stored documents, whose bytes are read only while the mail goes out. */
@Component
class Attachments {

    private final Documents documents;

    Attachments(Documents documents) {
        this.documents = documents;
    }

    MimeBodyPart part(UUID id) throws MessagingException {
        DocumentInfo document = documents.info(id);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new StoredFile(document)));
        // all three are said here: what the mail library finds out by itself reads the file, or spoils a Vietnamese
        // name
        part.setHeader("Content-Type", document.mediaType());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setHeader("Content-Disposition", disposition(document.fileName()));
        return part;
    }

    private static String disposition(String fileName) {
        ParameterList parameters = new ParameterList();
        parameters.set("filename", fileName, StandardCharsets.UTF_8.name());
        return new ContentDisposition(Part.ATTACHMENT, parameters).toString();
    }

    private class StoredFile implements DataSource {

        private final DocumentInfo document;

        private StoredFile(DocumentInfo document) {
            this.document = document;
        }

        @Override
        public InputStream getInputStream() {
            return documents.open(document.id());
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("A stored document never changes");
        }

        @Override
        public String getContentType() {
            return document.mediaType();
        }

        @Override
        public String getName() {
            return document.fileName();
        }
    }
}
