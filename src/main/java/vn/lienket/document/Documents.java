package vn.lienket.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.content.FileInspection;
import vn.lienket.content.SpooledFile;
import vn.lienket.content.VirusScan;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * The files of all cases. A document never changes: a new version is a new document. Only members of its channel store and read
 * it; work without a user (jobs, start-up) counts as the system and may do both.
 */
@Service
public class Documents {

    private final DocumentRepository repository;
    private final DocumentProperties properties;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final FileInspection inspection;
    private final VirusScan virusScan;

    Documents(
            DocumentRepository repository,
            DocumentProperties properties,
            Parties parties,
            CurrentUser currentUser,
            Clock clock,
            FileInspection inspection,
            VirusScan virusScan) {
        this.repository = repository;
        this.properties = properties;
        this.parties = parties;
        this.currentUser = currentUser;
        this.clock = clock;
        this.inspection = inspection;
        this.virusScan = virusScan;
    }

    /**
     * Stores a file; the content is read once, in constant memory, outside of any database work.
     *
     * @param fileName as the client sent it, or null
     * @param replaces the document of the same channel that this one is a new version of, or null
     * @throws ProblemException 400 for an unknown channel, an empty file, a type that is not accepted, active content or a virus, 403
     *     for a user outside of the channel or one who only watches, 413 above {@code lienket.document.max-size}, 503 if the virus scanner does not answer
     */
    public DocumentInfo store(InputStream content, String fileName, String channel, UUID replaces) {
        requireMayStore(channel);
        return store(content, fileName, channel, replaces, virusScan::check);
    }

    /**
     * Whether who is signed in may store a file of his own.
     *
     * @throws ProblemException 400 for an unknown channel, 403 for a user outside of it or one who only watches, 413 for too much unused
     */
    public void requireMayStore(String channel) {
        requireChannel(channel);
        currentUser.find().filter(user -> !user.administrator()).ifPresent(this::requireMayUpload);
    }

    /** Stores a generated file as version 1; refusals as for an upload, but no virus scanner holds the step up that makes it. */
    public DocumentInfo store(byte[] content, String fileName, String channel) {
        return store(new ByteArrayInputStream(content), fileName, channel, null, file -> {});
    }

    private DocumentInfo store(
            InputStream content, String fileName, String channel, UUID replaces, Consumer<Path> lastCheck) {
        requireChannel(channel);
        int version = replaces == null ? 1 : predecessor(replaces, channel).version() + 1;
        try (CheckedFile file = check(content, fileName, lastCheck)) {
            return insert(file, channel, version, replaces, currentUser.actor());
        }
    }

    /** What is accepted. */
    public AcceptedFiles accepted() {
        return AcceptedFiles.upTo(properties.maxSize());
    }

    /**
     * Looks through a file that is to be stored with others, or not at all; outside of any database work, as the virus scanner may take
     * its time. The caller closes it.
     *
     * @throws ProblemException for {@code file} as {@link #store}
     */
    public CheckedFile check(InputStream content, String fileName) {
        return check(content, fileName, virusScan::check);
    }

    /**
     * Stores a file that has been looked through, as version 1, in the caller's transaction.
     *
     * @param by whom the document names as who uploaded it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentInfo keep(CheckedFile file, String channel, String by) {
        requireChannel(channel);
        return insert(file, channel, 1, null, by);
    }

    private CheckedFile check(InputStream content, String fileName, Consumer<Path> lastCheck) {
        try {
            SpooledFile file = SpooledFile.of(content, properties.maxSize());
            try {
                FileType type = acceptedType(file);
                lastCheck.accept(file.path());
                return new CheckedFile(file, FileNames.clean(fileName, type), type.mediaType());
            } catch (IOException | RuntimeException refused) {
                file.close();
                throw refused;
            }
        } catch (ProblemException refused) {
            throw FileNames.named(refused, fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentInfo insert(CheckedFile file, String channel, int version, UUID replaces, String by) {
        DocumentInfo document = new DocumentInfo(
                UUID.randomUUID(),
                channel,
                file.name(),
                file.mediaType(),
                file.content().size(),
                file.content().sha256(),
                version,
                replaces,
                by,
                now());
        try {
            repository.insert(document, file.content().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }

    /** What is known of a document; 404 alike for an unknown one and for one the user may not see. */
    public DocumentInfo info(UUID id) {
        return repository.find(id).filter(this::readable).orElseThrow(Documents::notFound);
    }

    /** The bytes, fetched one MiB at a time and without holding a connection while the reader is slow; 404 as {@link #info}. */
    public InputStream open(UUID id) {
        info(id);
        return new StoredContent(position -> repository.chunk(id, position));
    }

    /** Writes the bytes as {@link #open} reads them. */
    public void writeTo(UUID id, OutputStream target) throws IOException {
        open(id).transferTo(target);
    }

    /** Whether {@code newer} is longer than {@code older} and begins with exactly its bytes, as an incremental PDF update does. */
    public boolean continues(UUID newer, UUID older) {
        return found(newer).size() > found(older).size() && repository.beginsWith(newer, older);
    }

    public boolean isPdf(UUID id) {
        return found(id).isPdf();
    }

    /**
     * The document that a field names: there must be one, of the channel; else 400 for the field.
     *
     * @param field the field as the form and the API call it, e.g. {@code draftDocumentId}
     */
    public DocumentInfo require(String field, String id, String channel) {
        if (Answers.blank(id)) {
            throw ProblemException.invalid(field, "Chưa có tệp: hãy tải tệp lên.");
        }
        return parsed(id).flatMap(known -> inChannel(known, channel)).orElseThrow(() -> notOfChannel(field));
    }

    /**
     * Adds a document to a case as the next version of its kind, for good. One of another channel is refused with 400 for the field
     * {@code <kind>DocumentId}.
     *
     * @param channel the channel of the case
     * @param kind the module's word, e.g. {@code draft} for what comes as {@code draftDocumentId}
     */
    @Transactional
    public CaseDocument attach(String caseCode, String channel, String kind, UUID id) {
        return attach(caseCode, channel, kind, id, currentUser.actor());
    }

    /**
     * The same for somebody who is not signed in.
     *
     * @param by whom the case names as who added it
     */
    @Transactional
    public CaseDocument attach(String caseCode, String channel, String kind, UUID id, String by) {
        DocumentInfo document = inChannel(id, channel).orElseThrow(() -> notOfChannel(kind + "DocumentId"));
        repository.lock(caseCode, kind);
        return repository.attach(caseCode, kind, document, by, now());
    }

    /** Whether another case has the document. */
    public boolean isOfOtherCase(String caseCode, UUID id) {
        return repository.isOfOtherCase(caseCode, id);
    }

    /** Whether a document has the very bytes of one of another case that carries electronic signatures. */
    public boolean isSignedCopyOfOtherCase(String caseCode, UUID id) {
        return repository.isSignedCopyOfOtherCase(caseCode, id);
    }

    /** The documents of a case, oldest first. */
    public List<CaseDocument> of(String caseCode) {
        return repository.of(caseCode);
    }

    private void requireChannel(String channel) {
        if (channel == null || parties.channel(channel).isEmpty()) {
            throw ProblemException.invalid("channel", "Kênh hợp tác (channel) không có trong danh bạ.");
        }
        if (!currentUser.find().map(user -> user.inChannel(channel)).orElse(true)) {
            throw ProblemException.forbidden("Bạn không thuộc kênh hợp tác này nên không được tải tài liệu lên.");
        }
    }

    private void requireMayUpload(User user) {
        if (user.onlyWatches()) {
            throw ProblemException.forbidden("Người theo dõi chỉ xem, không tải tài liệu lên.");
        }
        long unused = repository.unusedBytes(user.id(), now().minus(1, ChronoUnit.DAYS));
        if (unused > properties.maxUnused().toBytes()) {
            throw ProblemException.tooLarge(
                    "Trong một ngày, bạn đã tải lên hơn %d MB tài liệu mà chưa dùng cho hồ sơ nào. Hãy dùng các tài liệu đó, hoặc đợi đến ngày mai."
                            .formatted(properties.maxUnused().toMegabytes()));
        }
    }

    private DocumentInfo predecessor(UUID id, String channel) {
        return inChannel(id, channel)
                .orElseThrow(() -> ProblemException.invalid(
                        "replaces", "Không có tài liệu được thay thế (replaces) trong kênh hợp tác này."));
    }

    private FileType acceptedType(SpooledFile file) throws IOException {
        if (file.size() == 0) {
            throw ProblemException.invalid("file", Sentences.EMPTY_FILE);
        }
        // before the detector, which opens packages
        inspection.document(file.path());
        return FileTypeDetector.detect(file.path())
                .orElseThrow(() -> ProblemException.invalid(
                        "file",
                        "Tệp (file) không thuộc loại được nhận: %s."
                                .formatted(accepted().types())));
    }

    private boolean readable(DocumentInfo document) {
        return currentUser
                .find()
                .map(user -> user.inChannel(document.channel()))
                .orElse(true);
    }

    private Optional<DocumentInfo> inChannel(UUID id, String channel) {
        return repository.find(id).filter(document -> document.channel().equals(channel));
    }

    private DocumentInfo found(UUID id) {
        return repository.find(id).orElseThrow(Documents::notFound);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("Không tìm thấy tài liệu.");
    }

    private static ProblemException notOfChannel(String field) {
        return ProblemException.invalid(field, "Tài liệu (%s) không có trong kênh hợp tác của hồ sơ.".formatted(field));
    }
}
