package vn.lienket.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.Draft;
import vn.lienket.agreement.Opinion;
import vn.lienket.agreement.Registration;
import vn.lienket.agreement.Signature;
import vn.lienket.document.AttachedFile;
import vn.lienket.document.Documents;
import vn.lienket.document.PdfTemplates;
import vn.lienket.page.PageAddress;
import vn.lienket.page.PageProperties;
import vn.lienket.page.QrCode;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;
import vn.lienket.signature.TimeSource;
import vn.lienket.signature.VerifiedSignature;

/** A sheet in words, as PDF/A-3. */
@Component
class EvidencePaper {

    /**
     * One step on the way of the agreement.
     *
     * @param at in words, or a dash
     * @param who did it, or null
     */
    record Step(String at, String what, String who, String detail) {}

    /**
     * How a party signed.
     *
     * @param who handed the file in
     * @param certified whom the certificate names, if that is not he; or null
     */
    record Signed(String party, String who, String certified, String at, String how, String fileName, String sha256) {}

    /** A signature in words; what is not known is null. */
    record Told(
            String signer,
            String body,
            String anchor,
            String time,
            boolean valid,
            String sentence,
            String level,
            VerifiedSignature.Certificate certificate,
            String validity) {}

    /** The signatures in a file. */
    record Found(String fileName, boolean byHand, List<Told> signatures) {}

    private record Moment(Instant at, Step step) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx");
    private static final Wording SAY = Wording.VIETNAMESE;

    private final PdfTemplates templates;
    private final Parties parties;
    private final PageProperties pages;
    private final Documents documents;
    private final SignedFiles signedFiles;

    EvidencePaper(
            PdfTemplates templates,
            Parties parties,
            PageProperties pages,
            Documents documents,
            SignedFiles signedFiles) {
        this.templates = templates;
        this.parties = parties;
        this.pages = pages;
        this.documents = documents;
        this.signedFiles = signedFiles;
    }

    void write(Evidence evidence, Optional<AttachedFile> attached, OutputStream target) throws IOException {
        Agreement agreement = evidence.agreement();
        String address = pages.baseUrl()
                + PageAddress.of(
                        FileCheck.PAGE, Map.of(FileCheck.CODE, evidence.last().sha256()));
        Map<String, Object> model = new HashMap<>();
        model.put("agreement", agreement);
        model.put("say", SAY);
        model.put("steps", steps(evidence));
        model.put(
                "signed",
                agreement.signatures().stream()
                        .map(signature -> signed(agreement, signature))
                        .toList());
        model.put("files", evidence.signed().stream().map(this::found).toList());
        model.put("last", evidence.last());
        model.put("attached", attached.isPresent());
        model.put("madeAt", time(evidence.at()));
        model.put("address", address);
        model.put("picture", PdfTemplates.picture(QrCode.of(address).png()));
        templates.renderForArchive("evidence/sheet", model, attached, target);
    }

    private List<Step> steps(Evidence evidence) {
        Agreement agreement = evidence.agreement();
        List<Moment> moments = new ArrayList<>();
        for (Draft draft : agreement.drafts()) {
            moments.add(moment(
                    draft.submittedAt(),
                    "Trình dự thảo phiên bản %d".formatted(draft.version()),
                    parties.personName(draft.author()),
                    "SHA-256 " + draft.sha256()));
        }
        for (Opinion opinion : agreement.opinions()) {
            moments.add(moment(
                    opinion.givenAt(),
                    "%s phiên bản %d: %s".formatted(opinion.stage().label(), opinion.version(), answer(opinion)),
                    parties.personName(opinion.author()),
                    agreement.partyName(opinion.party())));
        }
        for (Signature signature : agreement.signatures()) {
            moments.add(moment(
                    signature.signedAt(),
                    signature.byHand() ? "Nộp bản quét đã ký tay" : "Nộp tệp đã ký",
                    parties.personName(signature.signer()),
                    agreement.partyName(signature.party()) + signature.words()));
        }
        for (Registration entry : agreement.registrations()) {
            moments.add(moment(
                    entry.registeredAt(),
                    "Vào sổ số %s ngày %s".formatted(entry.number(), SAY.day(entry.date())),
                    parties.personName(entry.clerk()),
                    agreement.partyName(entry.party())));
        }
        if (evidence.inForceAt() != null) {
            moments.add(moment(evidence.inForceAt(), "Thỏa thuận được ghi nhận có hiệu lực", null, null));
        }
        return moments.stream()
                .sorted(Comparator.comparing(Moment::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(Moment::step)
                .toList();
    }

    private static Moment moment(Instant at, String what, String who, String detail) {
        return new Moment(at, new Step(at == null ? "–" : time(at), what, who, detail));
    }

    private static String answer(Opinion opinion) {
        if (opinion.stage() == Opinion.Stage.REVIEW) {
            return opinion.positive() ? "đồng ý" : "yêu cầu sửa";
        }
        return opinion.positive() ? "phê duyệt" : "không phê duyệt";
    }

    private Signed signed(Agreement agreement, Signature signature) {
        String who = parties.personName(signature.signer());
        return new Signed(
                agreement.partyName(signature.party()) + signature.words(),
                who,
                signedFiles
                        .added(signature)
                        .filter(added -> added.isOfAnotherThan(who))
                        .map(VerifiedSignature::signer)
                        .orElse(null),
                time(signature.signedAt()),
                signature.byHand() ? "ký tay, bản quét" : "tệp điện tử, ghi tiếp trên tệp trước",
                documents.info(signature.document()).fileName(),
                signature.sha256());
    }

    private Found found(SignedFile file) {
        return new Found(
                documents.info(file.last().document()).fileName(),
                file.last().byHand(),
                file.signatures().stream().map(this::told).toList());
    }

    private Told told(VerifiedSignature signature) {
        VerifiedSignature.Certificate certificate = signature.certificate();
        return new Told(
                signature.signer(),
                signature.organisation() == null ? null : parties.organisationName(signature.organisation()),
                signature.anchor().label(),
                time(signature),
                signature.valid(),
                signature.sentence(),
                signature.level(),
                certificate,
                certificate == null
                        ? null
                        : "từ %s đến %s".formatted(time(certificate.validFrom()), time(certificate.validTo())));
    }

    private static String time(VerifiedSignature signature) {
        if (signature.signedAt() == null) {
            return "chữ ký không ghi thời gian";
        }
        return "%s, theo %s"
                .formatted(
                        time(signature.signedAt()),
                        signature.timeSource() == TimeSource.TIMESTAMP
                                ? "dấu thời gian"
                                : "đồng hồ của người ký, không có dấu thời gian");
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(VIETNAM));
    }
}
