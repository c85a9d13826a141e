package vn.lienket.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.content.FileInspection;
import vn.lienket.content.FileText;
import vn.lienket.content.InTime;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** Compares documents of a case, within bounds and without holding the database. */
@Service
@Transactional(propagation = Propagation.NEVER)
public class Comparisons {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final long PATIENCE_SECONDS = 10;
    private static final List<String> READABLE =
            List.of("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);

    private final CaseRegister register;
    private final Documents documents;
    private final FileInspection inspection;
    private final ComparisonProperties properties;
    private final ApplicationEventPublisher events;
    private final Semaphore places;

    Comparisons(
            CaseRegister register,
            Documents documents,
            FileInspection inspection,
            ComparisonProperties properties,
            ApplicationEventPublisher events) {
        this.register = register;
        this.documents = documents;
        this.inspection = inspection;
        this.properties = properties;
        this.events = events;
        this.places = new Semaphore(properties.atOnce());
    }

    /**
     * What has changed from one document to the other; for whoever may see the case. 404 for one that the case has not, 400 for one
     * that holds no text, as a scan, 413 for one that is too large, 503 if too many are being compared.
     */
    public DocumentComparison of(String caseCode, UUID from, UUID to) {
        Dossier dossier = register.require(caseCode);
        new FieldProblems()
                .check(from != null, FROM, "Bản cũ (from): hãy chọn một tài liệu của hồ sơ.")
                .check(to != null, TO, "Bản mới (to): hãy chọn một tài liệu của hồ sơ.")
                .check(from == null || !from.equals(to), TO, "Bản mới (to): hãy chọn một tài liệu khác bản cũ.")
                .throwIfAny();
        List<CaseDocument> stored = documents.of(dossier.code());
        CaseDocument before = require(stored, from);
        CaseDocument after = require(stored, to);
        requireReadable(FROM, before);
        requireReadable(TO, after);
        Comparison compared = inPlace(
                () -> TextComparison.of(paragraphs(FROM, before), paragraphs(TO, after), properties.maxSteps()));
        events.publishEvent(AuditEvent.done(AuditAct.DOCUMENT_COMPARED)
                .inCase(dossier.code())
                .inChannel(dossier.channel())
                .onDocument(after.id())
                .saying("from=" + before.id()));
        return new DocumentComparison(
                dossier.code(), ComparedDocument.of(before), ComparedDocument.of(after), compared);
    }

    private static CaseDocument require(List<CaseDocument> stored, UUID id) {
        return stored.stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Hồ sơ không có tài liệu này."));
    }

    private void requireReadable(String field, CaseDocument document) {
        if (!READABLE.contains(document.mediaType())) {
            throw ProblemException.invalid(
                    field, "Chỉ so sánh được tệp PDF và DOCX; “%s” thì không.".formatted(document.fileName()));
        }
        if (document.size() > properties.maxSize().toBytes()) {
            throw ProblemException.tooLarge("Tệp “%s” lớn hơn %d MB nên không so sánh được tự động."
                    .formatted(document.fileName(), properties.maxSize().toMegabytes()));
        }
    }

    private Comparison inPlace(Supplier<Comparison> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.busy("Nhiều người đang so sánh văn bản cùng lúc. Hãy thử lại sau ít phút.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private List<String> paragraphs(String field, CaseDocument document) {
        try (SpooledFile file = SpooledFile.of(target -> documents.writeTo(document.id(), target))) {
            List<String> paragraphs = InTime.call(
                    "comparison-text", properties.deadline(), () -> paragraphs(file.path(), document.mediaType()));
            if (paragraphs.stream().allMatch(String::isBlank)) {
                throw ProblemException.invalid(
                        field,
                        "“%s” không có chữ để so sánh (bản quét hoặc ảnh chụp): hãy mở và đối chiếu hai bản bằng mắt."
                                .formatted(document.fileName()));
            }
            if (paragraphs.stream().mapToInt(String::length).sum() > properties.maxText()) {
                throw tooLong(document);
            }
            return paragraphs;
        } catch (TimeoutException late) {
            throw tooLong(document);
        } catch (ExecutionException | IOException e) {
            throw ProblemException.in(e).orElseGet(() -> unreadable(field, document, e));
        }
    }

    private List<String> paragraphs(Path file, String mediaType) throws IOException {
        // it may have been stored before files were inspected
        inspection.document(file);
        return FileText.paragraphs(file, mediaType, properties.maxText() + properties.maxText() / 10);
    }

    private static ProblemException tooLong(CaseDocument document) {
        return ProblemException.tooLarge("“%s” quá dài nên không so sánh được tự động.".formatted(document.fileName()));
    }

    private static ProblemException unreadable(String field, CaseDocument document, Exception failure) {
        LOG.info("Document {} could not be read for a comparison: {}", document.id(), failure.toString());
        return ProblemException.invalid(field, "Không đọc được chữ trong “%s”.".formatted(document.fileName()));
    }
}
