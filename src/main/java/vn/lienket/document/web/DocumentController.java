package vn.lienket.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.FieldProblems;

@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    private final Documents documents;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    DocumentController(Documents documents, CurrentUser currentUser, ApplicationEventPublisher events) {
        this.documents = documents;
        this.currentUser = currentUser;
        this.events = events;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<StoredDocument> upload(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String channel,
            @RequestParam(required = false) UUID replaces)
            throws IOException {
        currentUser.require();
        new FieldProblems()
                .check(file != null, "file", "Thiếu tệp cần tải lên (file).")
                .check(channel != null && !channel.isBlank(), "channel", "Thiếu kênh hợp tác (channel).")
                .throwIfAny();
        try (InputStream content = file.getInputStream()) {
            DocumentInfo stored = documents.store(content, file.getOriginalFilename(), channel, replaces);
            events.publishEvent(told(AuditAct.DOCUMENT_UPLOADED, stored));
            return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequest()
                            .replaceQuery(null)
                            .pathSegment("{id}")
                            .build(stored.id()))
                    .body(StoredDocument.of(stored));
        }
    }

    /** Always an attachment with its stored type: nothing that was uploaded is ever shown inside the application's origin. */
    @GetMapping("/{id}")
    void download(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        currentUser.require();
        DocumentInfo document = documents.info(id);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified(document.sha256())) {
            return;
        }
        events.publishEvent(told(AuditAct.DOCUMENT_DOWNLOADED, document));
        // the forced encoding of texts is not part of a file's type
        response.setCharacterEncoding(null);
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(document.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        documents.writeTo(id, response.getOutputStream());
    }

    private static AuditEvent told(AuditAct act, DocumentInfo document) {
        return AuditEvent.done(act)
                .onDocument(document.id())
                .inChannel(document.channel())
                .saying("sha256=" + document.sha256());
    }
}
