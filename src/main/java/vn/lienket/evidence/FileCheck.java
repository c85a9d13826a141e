package vn.lienket.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import vn.lienket.content.FileInspection;
import vn.lienket.content.InTime;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.Documents;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Compares anybody's file with those of agreements that came into force. Only their own files are verified: of an unknown file nothing is
 * believed, so that nothing of it is asked of anybody either. Nothing of the file is kept.
 */
@Service
public class FileCheck {

    /** The page on which files are checked. */
    public static final String PAGE = "/verify";

    /** The parameter of that page with the SHA-256 of a known file, which nobody knows who does not have it. */
    public static final String CODE = "code";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int PDF_START = 1024;

    private final EvidenceStore store;
    private final Findings findings;
    private final Documents documents;
    private final FileInspection inspection;
    private final EvidenceProperties properties;
    private final Semaphore places;

    FileCheck(
            EvidenceStore store,
            Findings findings,
            Documents documents,
            FileInspection inspection,
            EvidenceProperties properties) {
        this.store = store;
        this.findings = findings;
        this.documents = documents;
        this.inspection = inspection;
        this.properties = properties;
        this.places = new Semaphore(properties.checksAtOnce());
    }

    /** Megabytes of the largest file. */
    public long megabytes() {
        return documents.accepted().megabytes();
    }

    /** For which file a code stands; empty for a code that stands for none. */
    public Optional<Finding> ofCode(String code) {
        return SHA256.matcher(code).matches() ? store.find(code).map(findings::named) : Optional.empty();
    }

    /**
     * What is to be said of a file.
     *
     * @throws ProblemException 400 for {@code file} if it is empty, or unknown and unfit to be looked into; 413 if it is too large; 503 if
     *     too many are being checked, or this one takes too long
     */
    public Finding check(InputStream content) {
        try (SpooledFile file = SpooledFile.of(content, DataSize.ofMegabytes(megabytes()))) {
            if (file.size() == 0) {
                throw ProblemException.invalid("file", Sentences.EMPTY_FILE);
            }
            // a thread of its own is nobody's: what is found is the same for whoever is signed in
            return InTime.call("file-check", properties.checkDeadline(), () -> inPlace(file));
        } catch (TimeoutException late) {
            throw ProblemException.busy("Kiểm tra tệp mất quá nhiều thời gian. Hãy thử lại sau ít phút.");
        } catch (ExecutionException e) {
            throw ProblemException.in(e.getCause()).orElseThrow(() -> new IllegalStateException(e.getCause()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding inPlace(SpooledFile file) throws IOException {
        if (!places.tryAcquire()) {
            throw ProblemException.busy("Nhiều người đang kiểm tra tệp cùng lúc. Hãy thử lại sau ít phút.");
        }
        try {
            return finding(file);
        } finally {
            places.release();
        }
    }

    private Finding finding(SpooledFile file) throws IOException {
        Optional<KnownFile> same = store.find(file.sha256());
        if (same.isPresent()) {
            return findings.same(same.get());
        }
        FileStart start = start(file.path());
        Optional<KnownFile> continued = continued(file, store.shorter(start.hashes(), file.size()));
        if (continued.isPresent()) {
            return findings.continued(continued.get(), file);
        }
        if (store.beginsAlike(start.tellingHashes())) {
            return Findings.altered(file.sha256());
        }
        inspection.document(file.path());
        return Findings.unknown(file.sha256(), isPdf(start));
    }

    private static FileStart start(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new FileStart(content.readNBytes(FileStart.LARGEST));
        }
    }

    private static boolean isPdf(FileStart start) {
        int length = Math.min(PDF_START, start.bytes().length);
        return new String(start.bytes(), 0, length, StandardCharsets.ISO_8859_1).contains("%PDF");
    }

    /** The longest of these files, longest first, with whose bytes the file begins. */
    private static Optional<KnownFile> continued(SpooledFile file, List<KnownFile> candidates) throws IOException {
        MessageDigest digest = FileStart.sha256();
        KnownFile longest = null;
        try (InputStream content = Files.newInputStream(file.path())) {
            long read = 0;
            for (int i = candidates.size() - 1; i >= 0; i--) {
                KnownFile candidate = candidates.get(i);
                read += update(digest, content, candidate.size() - read);
                if (hash(digest).equals(candidate.sha256())) {
                    longest = candidate;
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    private static long update(MessageDigest digest, InputStream content, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
        return length - left;
    }

    private static String hash(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
