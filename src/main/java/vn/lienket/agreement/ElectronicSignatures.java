package vn.lienket.agreement;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.document.Documents;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.VerifiedSignature;

/**
 * Whether a file may stand for an electronic signature. It continues the text that was approved, or what was signed last, and carries the
 * signatures of those who have signed so far and one more, of the party whose turn it is, with the key of a person or of the party itself
 * as the turn asks for; nobody's key counts twice for a party. Where somebody has signed by hand, its scan is what the next one continues: the signature then covers the scan, and signatures before it stay in the file
 * from which the paper was printed.
 *
 * <p>Each signature counts as it was when its file arrived: a certificate that expires or is revoked after that harms no signature that
 * was taken, but nobody signs with it any more.
 */
@Component
class ElectronicSignatures {

    private final Documents documents;
    private final DocumentSignatures signatures;
    private final Parties parties;

    ElectronicSignatures(Documents documents, DocumentSignatures signatures, Parties parties) {
        this.documents = documents;
        this.signatures = signatures;
        this.parties = parties;
    }

    /** Refuses a file with 400 for {@code signedDocumentId} and one sentence. */
    void require(Agreement agreement, AgreementTurn turn, UUID file) {
        requireNewest(agreement, file);
        if (!documents.isPdf(file) || !documents.continues(file, agreement.documentToSign())) {
            throw refused("Tệp đã ký phải là PDF ký tiếp trên đúng văn bản đã duyệt (hoặc bản mà bên trước đã ký)."
                    + " Nếu ký tay, hãy chọn “Ký tay” và tải bản quét lên.");
        }
        if (signatures.roots().none()) {
            throw refused("Hệ thống chưa được cấu hình chứng thư gốc nào nên chưa nhận chữ ký số."
                    + " Hãy ký tay và tải bản quét lên, hoặc báo người quản trị.");
        }
        List<VerifiedSignature> found = signatures.known(file);
        List<Signature> taken = agreement.signedSinceScan();
        if (found.isEmpty()) {
            throw refused("Tệp chưa có chữ ký số nào. Hãy ký số vào văn bản cần ký rồi tải lên.");
        }
        requireValid(found, taken);
        requireTaken(agreement, found, taken);
        requireNew(agreement, turn, found.subList(taken.size(), found.size()));
    }

    private void requireNewest(Agreement agreement, UUID file) {
        boolean overtaken =
                agreement.signedMeanwhile().stream().anyMatch(earlier -> documents.continues(file, earlier));
        if (overtaken && !documents.continues(file, agreement.documentToSign())) {
            throw refused("Văn bản vừa có thêm chữ ký của người khác."
                    + " Hãy mở lại công việc, tải bản mới nhất và ký tiếp trên bản đó.");
        }
    }

    private void requireValid(List<VerifiedSignature> found, List<Signature> taken) {
        for (int index = 0; index < found.size(); index++) {
            VerifiedSignature signature = found.get(index);
            boolean harmless = index < taken.size()
                    && signature.onlyItsCertificateFails()
                    && wasValid(signature, index, taken.get(index));
            if (!signature.valid() && !harmless) {
                throw refused(signature.sentence());
            }
        }
    }

    private boolean wasValid(VerifiedSignature signature, int index, Signature taken) {
        List<VerifiedSignature> then = signatures.known(taken.document());
        return then.size() == index + 1
                && then.get(index).valid()
                && then.get(index).isSameAs(signature);
    }

    private void requireTaken(Agreement agreement, List<VerifiedSignature> found, List<Signature> taken) {
        for (int index = 0; index < taken.size(); index++) {
            String party = taken.get(index).party();
            // who has taken over from whom may have changed since
            List<String> line = parties.line(parties.actingFor(party));
            if (index >= found.size() || !line.contains(found.get(index).organisation())) {
                throw refused("Tệp thiếu chữ ký số của %s, bên đã ký trước. Hãy ký tiếp trên đúng tệp mà bên đó đã ký."
                        .formatted(agreement.partyName(party)));
            }
        }
    }

    private void requireNew(Agreement agreement, AgreementTurn turn, List<VerifiedSignature> added) {
        String name = agreement.partyName(turn.party());
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
        if (!parties.isOrActsFor(signature.organisation(), turn.party())) {
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
        if (hasSigned(agreement, turn.party(), signature)) {
            throw refused("Chứng thư của %s đã ký văn bản này cho %s; mỗi người ký một lần."
                    .formatted(signature.signer(), name));
        }
    }

    private boolean hasSigned(Agreement agreement, String party, VerifiedSignature signature) {
        return agreement.signatures().stream()
                .filter(taken -> taken.party().equals(party) && !taken.byHand())
                .map(taken -> signatures.known(taken.document()))
                .filter(then -> !then.isEmpty())
                .anyMatch(then -> then.get(then.size() - 1).hasCertificateOf(signature));
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.invalid("signedDocumentId", sentence);
    }
}
