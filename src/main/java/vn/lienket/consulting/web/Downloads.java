package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;

/** Hands documents out to whoever has a link to their case. */
@Component
class Downloads {

    private final Documents documents;

    Downloads(Documents documents) {
        this.documents = documents;
    }

    /** Always as an attachment: nothing that was uploaded is ever shown inside the application's origin. */
    void send(CaseDocument document, HttpServletResponse response) throws IOException {
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(document.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        documents.writeTo(document.id(), response.getOutputStream());
    }
}
