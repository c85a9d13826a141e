package vn.lienket.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;

/**
 * Whether a file may stand for an electronic signature. It continues the text that was approved, or what was signed last, and carries the
 * signatures of those who have signed so far and one more, of the party whose turn it is, with the key of a person or of the party itself
 * as the turn asks for, made after the approval, and nothing else; nobody's key counts twice for a party. Where somebody has signed by hand, its scan is what the next one
 * continues: the signature then covers the scan, whatever the scan carries, and signatures before it stay in the file from which the paper was printed.
 *
 * <p>Each signature counts as it was when its file arrived: a certificate that expires or is revoked after that harms no signature that
 * was taken, but nobody signs with it any more.
 */
@Component
public class ElectronicSignatures {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OF_OTHER_CASE =
            "Tệp này thuộc hồ sơ khác. Hãy tải lên tệp đã ký của chính văn bản này.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");

    /** A signer's clock may be slow by so much. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    private final Documents documents;
    private final DocumentSignatures signatures;
    private final Parties parties;

    ElectronicSignatures(Documents documents, DocumentSignatures signatures, Parties parties) {
        this.documents = documents;
        this.signatures = signatures;
        this.parties = parties;
    }

    /** Refuses a file with 400 for {@code signedDocumentId} and one sentence. */
    public void require(SignedText text, Turn turn, UUID file) {
        requireOfNoOtherCase(text, file);
        requireNewest(text, file);
        if (!documents.isPdf(file) || !documents.continues(file, text.documentToSign())) {
            throw refused("Tệp đã ký phải là PDF ký tiếp trên đúng văn bản đã duyệt (hoặc bản mà bên trước đã ký)."
                    + " Nếu ký tay, hãy chọn “Ký tay” và tải bản quét lên.");
        }
        if (signatures.roots().none()) {
            throw refused("Hệ thống chưa được cấu hình chứng thư gốc nào nên chưa nhận chữ ký số."
                    + " Hãy ký tay và tải bản quét lên, hoặc báo người quản trị.");
        }
        int ofScan = text.scan().map(signatures::known).map(List::size).orElse(0);
        List<VerifiedSignature> all = signatures.known(file);
        List<VerifiedSignature> found = all.subList(Math.min(ofScan, all.size()), all.size());
        List<TakenSignature> taken = text.signedSinceScan();
        if (found.isEmpty()) {
            throw refused("Tệp chưa có chữ ký số nào. Hãy ký số vào văn bản cần ký rồi tải lên.");
        }
        requireValid(found, taken);
        requireTaken(text, found, taken);
        List<VerifiedSignature> added = found.subList(taken.size(), found.size());
        requireNew(text, turn, added);
        requireApproved(text, added.get(0));
        signatures.knownAdditions(file, text.documentToSign()).ifPresent(sentence -> {
            throw refused(sentence);
        });
    }

    /** Refuses a text that is to be approved and carries signatures already: nobody could sign it any more. */
    public void requireUnsigned(String field, UUID file) {
        if (isSigned(file)) {
            throw ProblemException.invalid(
                    field, "Dự thảo đã mang chữ ký số nên sau khi duyệt không ký được nữa. Hãy tải lên bản chưa ký.");
        }
    }

    private boolean isSigned(UUID file) {
        return signatures.known(file).stream().anyMatch(VerifiedSignature::hasCertificate);
    }

    private void requireNewest(SignedText text, UUID file) {
        boolean overtaken = text.signedMeanwhile().stream().anyMatch(earlier -> documents.continues(file, earlier));
        if (overtaken && !documents.continues(file, text.documentToSign())) {
            throw refused("Văn bản vừa có thêm chữ ký của người khác."
                    + " Hãy mở lại công việc, tải bản mới nhất và ký tiếp trên bản đó.");
        }
    }

    /** Refuses what can be no scan of a paper that was signed by hand, with 400 for {@code signedDocumentId}. */
    public void requireScan(SignedText text, DocumentInfo signed) {
        requireOfNoOtherCase(text, signed.id());
        if (documents.isSignedCopyOfOtherCase(text.caseCode(), signed.id())) {
            throw refused(OF_OTHER_CASE);
        }
        // one scan may show the hands of several
        Stream<UUID> electronic =
                text.signatures().stream().filter(taken -> !taken.byHand()).map(TakenSignature::document);
        boolean known = Stream.concat(Stream.of(text.document()), electronic)
                .map(documents::info)
                .anyMatch(file -> file.sha256().equals(signed.sha256()));
        if (known) {
            throw refused(
                    "Tệp này chính là văn bản cần ký, không phải bản quét. Hãy in văn bản, ký tay rồi tải bản quét lên.");
        }
        if (!List.of("application/pdf", "image/png", "image/jpeg").contains(signed.mediaType())) {
            throw refused("Bản quét văn bản ký tay phải là PDF, PNG hoặc JPEG.");
        }
        // without roots there is no other way to hand it in
        boolean takenOtherwise = !signatures.roots().none();
        if (takenOtherwise && documents.continues(signed.id(), text.document()) && isSigned(signed.id())) {
            throw refused("Tệp này là văn bản cần ký đã mang chữ ký số, không phải bản quét."
                    + " Hãy bỏ chọn “Ký tay”, hoặc in văn bản, ký tay rồi tải bản quét lên.");
        }
    }

    private void requireOfNoOtherCase(SignedText text, UUID file) {
        if (documents.isOfOtherCase(text.caseCode(), file)) {
            throw refused(OF_OTHER_CASE);
        }
    }

    private void requireValid(List<VerifiedSignature> found, List<TakenSignature> taken) {
        for (int index = 0; index < found.size(); index++) {
            VerifiedSignature signature = found.get(index);
            boolean harmless = index < taken.size()
                    && signature.onlyItsCertificateFails()
                    && wasValid(signature, taken.get(index));
            if (!signature.valid() && !harmless) {
                throw refused(signature.sentence());
            }
        }
    }

    private boolean wasValid(VerifiedSignature signature, TakenSignature taken) {
        List<VerifiedSignature> then = signatures.known(taken.document());
        VerifiedSignature last = then.isEmpty() ? null : then.get(then.size() - 1);
        return last != null && last.valid() && last.isSameAs(signature);
    }

    private void requireTaken(SignedText text, List<VerifiedSignature> found, List<TakenSignature> taken) {
        for (int index = 0; index < taken.size(); index++) {
            String party = taken.get(index).party();
            // who has taken over from whom may have changed since
            List<String> line = parties.line(parties.actingFor(party));
            if (index >= found.size() || !line.contains(found.get(index).organisation())) {
                throw refused("Tệp thiếu chữ ký số của %s, bên đã ký trước. Hãy ký tiếp trên đúng tệp mà bên đó đã ký."
                        .formatted(text.partyName(party)));
            }
        }
    }

    private void requireNew(SignedText text, Turn turn, List<VerifiedSignature> added) {
        String name = text.partyName(turn.organisation());
        if (added.isEmpty()) {
            throw refused("Tệp chưa có chữ ký mới của %s.".formatted(name));
        }
        if (added.size() > 1) {
            throw refused("Tệp có thêm %d chữ ký; lượt này chỉ nhận một chữ ký, của %s.".formatted(added.size(), name));
        }
        VerifiedSignature signature = added.get(0);
        if (signature.organisation() == null) {
            throw refused("Chưa xác định được chữ ký của %s thuộc đơn vị nào; lượt này là của %s."
                    .formatted(signature.signer(), name));
        }
        if (!parties.isOrActsFor(signature.organisation(), turn.organisation())) {
            throw refused("Chữ ký mới thuộc %s, trong khi đến lượt %s ký."
                    .formatted(parties.organisationName(signature.organisation()), name));
        }
        if (signature.keyOwner() != turn.key()) {
            throw refused(
                    turn.key() == KeyOwner.BODY
                            ? "Lượt này cần chữ ký số của chính %s; chữ ký mới là của %s."
                                    .formatted(name, signature.signer())
                            : "Lượt này cần chữ ký số của người ký thay mặt %s; chữ ký mới là chữ ký số của cơ quan, tổ chức."
                                    .formatted(name));
        }
        if (hasSigned(text, turn.organisation(), signature)) {
            throw refused("Chứng thư của %s đã ký văn bản này cho %s; mỗi người ký một lần."
                    .formatted(signature.signer(), name));
        }
    }

    private void requireApproved(SignedText text, VerifiedSignature signature) {
        Duration wrong = signature.timeSource() == TimeSource.TIMESTAMP ? Duration.ZERO : WRONG_CLOCK;
        Optional<Instant> approved = text.approvedAt();
        Instant first = approved.orElseGet(() -> documents.info(text.document()).uploadedAt());
        if (signature.signedAt() != null
                && signature.signedAt().plus(wrong).isBefore(first.truncatedTo(ChronoUnit.SECONDS))) {
            throw refused(
                    "Chữ ký mới ghi thời gian %s, trước khi văn bản được %s (%s). Hãy kiểm tra đồng hồ máy tính và ký lại."
                            .formatted(
                                    time(signature.signedAt()),
                                    approved.isPresent() ? "phê duyệt để ký" : "lập",
                                    time(first)));
        }
    }

    private static String time(Instant moment) {
        return TIME.format(moment.atZone(VIETNAM));
    }

    private boolean hasSigned(SignedText text, String party, VerifiedSignature signature) {
        return text.signatures().stream()
                .filter(taken -> taken.party().equals(party) && !taken.byHand())
                .map(taken -> signatures.known(taken.document()))
                .filter(then -> !then.isEmpty())
                .anyMatch(then -> then.get(then.size() - 1).hasCertificateOf(signature));
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.invalid("signedDocumentId", sentence);
    }
}
