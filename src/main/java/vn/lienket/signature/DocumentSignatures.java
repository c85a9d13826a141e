package vn.lienket.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.problem.NotKnownYetException;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.Verification.Verdict;
import vn.lienket.signature.VerificationStore.Kept;

/**
 * The signatures in stored documents. A document never changes, so it is verified once, as it had to be seen on the day it was stored; and
 * again when the roots, the rule of the signers or the policy are others than then, or while something could not be decided because an
 * authority did not answer. The reports stay with the document. Verified without holding the database.
 */
@Service
@Transactional(propagation = Propagation.NEVER)
public class DocumentSignatures {

    private static final long PATIENCE_SECONDS = 10;
    private static final int COMPARISONS = 10_000;

    private final Documents documents;
    private final SignatureVerifier verifier;
    private final VerificationStore store;
    private final TrustAnchors anchors;
    private final boolean demonstration;
    private final SignatureProperties properties;
    private final Clock clock;
    private final Semaphore places;
    /** Of two files that never change. */
    private final Cache<Continuation, Optional<Fault>> additions =
            Caffeine.newBuilder().maximumSize(COMPARISONS).build();

    private record Continuation(UUID file, UUID continued) {}

    DocumentSignatures(
            Documents documents,
            SignatureVerifier verifier,
            VerificationStore store,
            TrustAnchors anchors,
            Optional<DemoKeys> demonstration,
            SignatureProperties properties,
            Clock clock) {
        this.documents = documents;
        this.verifier = verifier;
        this.store = store;
        this.anchors = anchors;
        this.demonstration = demonstration.isPresent()
                && properties.anchors().ofState() == null
                && properties.anchors().ofPublic() == null;
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.atOnce());
    }

    /**
     * In the order of signing; none in a file that is no PDF. 404 as {@link Documents#info}, 503 if too many are being verified.
     */
    public List<VerifiedSignature> of(UUID id) {
        DocumentInfo document = documents.info(id);
        if (!document.isPdf()) {
            return List.of();
        }
        String basis = verifier.basis();
        return kept(id, basis).orElseGet(() -> verified(document, basis));
    }

    /**
     * The same for a step in the engine, which holds the database: nothing is verified in it.
     *
     * @throws NotKnownYetException to have it verified first
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<VerifiedSignature> known(UUID id) {
        if (!documents.info(id).isPdf()) {
            return List.of();
        }
        return kept(id, verifier.basis()).orElseThrow(() -> new NotKnownYetException(() -> of(id)));
    }

    /**
     * What a file, beside signatures and their proofs, adds to the one that it continues; a signature that lets nobody sign behind it is
     * such a thing, too. For a step in the engine, as {@link #known}.
     *
     * @throws NotKnownYetException to have the two compared first
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> knownAdditions(UUID file, UUID continued) {
        Continuation both = new Continuation(file, continued);
        Optional<Fault> known = additions.getIfPresent(both);
        if (known == null) {
            throw new NotKnownYetException(() -> additions.put(both, added(both)));
        }
        return known.map(Fault::addition);
    }

    private Optional<Fault> added(Continuation both) {
        long continued = documents.info(both.continued()).size();
        return inPlace(both.file(), file -> verifier.additions(file, continued));
    }

    /** What was found last, whatever it rested on; empty for a document that was never verified. For whoever may see the document. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<LastVerification> last(UUID id) {
        return store.last(id).map(kept -> new LastVerification(kept.signatures(), kept.verifiedAt()));
    }

    /** What was found of a document, and when. */
    public record LastVerification(List<VerifiedSignature> signatures, Instant verifiedAt) {

        /** The one that was added last. */
        public Optional<VerifiedSignature> newest() {
            return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures.get(signatures.size() - 1));
        }
    }

    /** As they are now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public TrustedRoots roots() {
        Anchors current = anchors.current();
        return new TrustedRoots(current.ofState().size(), current.ofPublic().size(), demonstration);
    }

    /**
     * What was found in a file that is not stored yet.
     *
     * @param basis as {@link SignatureVerifier#basis}
     */
    record Found(String basis, Verification verification, Instant at) {

        List<VerifiedSignature> signatures() {
            return verification.signatures();
        }
    }

    /** In a file that is not stored yet, as they are to be seen now; as {@link #of}. */
    Found in(Path pdf) {
        Instant now = now();
        String basis = verifier.basis();
        return new Found(basis, inPlace(() -> verifier.verify(pdf, now, List.of())), now);
    }

    /** As {@link SignatureVerifier#organisationOf}. */
    Optional<String> organisationOf(CertificateToken certificate) {
        return verifier.organisationOf(certificate);
    }

    /** The file is stored: nobody has to verify it again. */
    void keep(UUID id, Found found) {
        store.keep(id, found.basis(), found.verification(), found.at());
    }

    private Optional<List<VerifiedSignature>> kept(UUID id, String basis) {
        return store.find(id, basis).filter(this::counts).map(Kept::signatures);
    }

    private boolean counts(Kept kept) {
        return kept.verdict() != Verdict.UNDECIDED
                || kept.verifiedAt().plus(properties.retryAfter()).isAfter(clock.instant());
    }

    private List<VerifiedSignature> verified(DocumentInfo document, String basis) {
        return store.keep(document.id(), basis, verification(document), now()).signatures();
    }

    private Verification verification(DocumentInfo document) {
        return inPlace(document.id(), file -> verifier.verify(file, document.uploadedAt(), List.of()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** With the content of a document. */
    private <T> T inPlace(UUID document, Function<Path, T> work) {
        return inPlace(() -> {
            try (SpooledFile file = SpooledFile.of(target -> documents.writeTo(document, target))) {
                return work.apply(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.busy("Nhiều người đang kiểm tra chữ ký cùng lúc. Hãy thử lại sau ít phút.");
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
}
