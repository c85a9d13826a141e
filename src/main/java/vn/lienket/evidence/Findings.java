package vn.lienket.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.Signature;
import vn.lienket.content.SpooledFile;
import vn.lienket.evidence.Finding.Agreed;
import vn.lienket.evidence.Finding.Answer;
import vn.lienket.evidence.Finding.Signed;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.VerifiedSignature;

/** What is found of a file, in words. */
@Component
class Findings {

    /** Which of the files of an agreement one is. */
    private enum Part {
        LAST("bản đã ký cuối cùng"),
        LASTING("bản lưu trữ dài hạn của bản đã ký"),
        SIGNED("bản mới có chữ ký của một phần các bên"),
        APPROVED("bản đã duyệt để ký, chưa có chữ ký"),
        DRAFT("bản dự thảo cũ, chưa phải nội dung cuối cùng"),
        SHEET("phiếu chứng cứ ký");

        /** Of those that stand for the agreement. */
        private static final Set<Part> WHOLE = EnumSet.of(LAST, LASTING);

        private final String label;

        Part(String label) {
            this.label = label;
        }

        static Part of(Agreement agreement, String sha256) {
            List<String> signed =
                    agreement.signatures().stream().map(Signature::sha256).toList();
            if (signed.get(signed.size() - 1).equals(sha256)) {
                return LAST;
            }
            if (signed.contains(sha256)) {
                return SIGNED;
            }
            if (sha256.equals(agreement.frozenSha256())) {
                return APPROVED;
            }
            return agreement.drafts().stream().anyMatch(draft -> draft.sha256().equals(sha256)) ? DRAFT : SHEET;
        }
    }

    private static final List<String> WORDS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười");
    private static final Wording SAY = Wording.VIETNAMESE;

    /** How who signed by hand did. */
    static final List<String> BY_HAND = List.of("ký tay, bản quét");

    private final AgreementService agreements;
    private final SignedFiles signedFiles;
    private final LastingCopyStore copies;
    private final PaperFindings papers;
    private final Parties parties;
    private final Clock clock;

    Findings(
            AgreementService agreements,
            SignedFiles signedFiles,
            LastingCopyStore copies,
            PaperFindings papers,
            Parties parties,
            Clock clock) {
        this.agreements = agreements;
        this.signedFiles = signedFiles;
        this.copies = copies;
        this.papers = papers;
        this.parties = parties;
        this.clock = clock;
    }

    static Finding unknown(String sha256, boolean pdf) {
        return new Finding(
                Answer.WRONG,
                "Hệ thống không có tệp này.",
                List.of(
                        "Tệp không trùng với văn bản nào đã ký và vào sổ tại đây. Bản in ra rồi quét lại, bản lưu lại bằng phần mềm khác hoặc bản đã nén đều là tệp khác.",
                        pdf
                                ? "Chữ ký trong tệp không được xét, vì hệ thống chỉ trả lời về văn bản của mình."
                                : "Tệp này không phải PDF; văn bản ký số là tệp PDF."),
                sha256,
                null);
    }

    /** For a file that only begins like a known one. */
    static Finding altered(String sha256) {
        return new Finding(
                Answer.WRONG,
                "Tệp không đúng bản đã ký.",
                List.of(
                        "Tệp bắt đầu giống một văn bản đã vào sổ tại đây, nhưng phần sau khác: nội dung đã bị sửa, hoặc tệp bị cắt mất một phần."),
                sha256,
                null);
    }

    /** For a file that goes on where a known one ends. */
    Finding continued(KnownFile known, SpooledFile file) {
        if (known.signing() != null) {
            return papers.continued(known, file);
        }
        Agreement agreement = agreement(known);
        Part part = part(agreement, known.sha256());
        return continued(known, file, part.label, Part.WHOLE.contains(part), agreed(agreement, List.of()));
    }

    /**
     * For a file that goes on where a known one ends.
     *
     * @param which of the files that one is, in words
     * @param whole whether it carries all signatures
     */
    static Finding continued(KnownFile known, SpooledFile file, String which, boolean whole, Agreed agreed) {
        String more = "Tệp bắt đầu đúng bằng %s, nhưng phía sau có thêm %s byte không thuộc bản đã ký."
                .formatted(which, SAY.number(file.size() - known.size()));
        return new Finding(
                Answer.WRONG,
                whole ? "Tệp đã bị thay đổi sau khi ký." : "Tệp không đúng bản đã ký.",
                List.of(more, "Phần mềm đọc PDF có thể vẫn hiện chữ ký của bản gốc; không dùng tệp này."),
                file.sha256(),
                agreed);
    }

    /** For a file that is a known one. */
    Finding same(KnownFile known) {
        if (known.signing() != null) {
            return papers.same(known);
        }
        Agreement agreement = agreement(known);
        Part part = part(agreement, known.sha256());
        if (!Part.WHOLE.contains(part)) {
            String more = part == Part.SHEET
                    ? "Phiếu này đúng là phiếu do hệ thống lập. Muốn kiểm tra văn bản, hãy tải lên bản đã ký đính kèm trong phiếu."
                    : "Tệp là %s. Văn bản có giá trị là bản đã ký cuối cùng.".formatted(part.label);
            return new Finding(
                    Answer.DOUBTFUL,
                    part == Part.SHEET ? "Đây là phiếu chứng cứ ký." : "Không phải bản đã ký cuối cùng.",
                    List.of(more),
                    known.sha256(),
                    agreed(agreement, List.of()));
        }
        return signed(agreement, known, part);
    }

    private Finding signed(Agreement agreement, KnownFile known, Part part) {
        List<VerifiedSignature> signatures = signedFiles.of(agreement).stream()
                .flatMap(file -> file.signatures().stream())
                .toList();
        List<AgreementParty> unsigned = agreement.parties().stream()
                .filter(party -> !agreement.signedByHand(party.organisation()))
                .filter(party ->
                        signatures.stream().noneMatch(signature -> signature.valid() && isOf(signature, party)))
                .toList();
        long valid = signatures.stream()
                .filter(signature -> signature.valid() && ofAny(signature, agreement))
                .count();
        long byHand = agreement.parties().stream()
                .filter(party -> agreement.signedByHand(party.organisation()))
                .count();
        List<String> more = new ArrayList<>();
        signatures.stream()
                .filter(signature -> !signature.valid())
                .forEach(signature -> more.add("Chữ ký không hợp lệ: " + signature.sentence()));
        signatures.stream()
                .filter(signature -> signature.valid() && !ofAny(signature, agreement))
                .forEach(signature -> more.add("Có chữ ký hợp lệ nhưng không thuộc bên nào của văn bản."));
        unsigned.forEach(party -> more.add("Không có chữ ký số hợp lệ của %s.".formatted(party.name())));
        boolean invalid = signatures.stream().anyMatch(signature -> !signature.valid());
        Answer answer = more.isEmpty() ? Answer.RIGHT : Answer.DOUBTFUL;
        if (part == Part.LASTING) {
            more.add("Tệp là bản lưu trữ dài hạn: bản đã ký cuối cùng kèm chứng cứ và dấu thời gian lưu trữ.");
        }
        return new Finding(
                answer, sentence(valid, byHand, invalid), more, known.sha256(), agreed(agreement, signatures));
    }

    /**
     * Of the last file.
     *
     * @param valid how many signatures are
     * @param byHand how many signed so
     * @param invalid whether a signature is
     */
    static String sentence(long valid, long byHand, boolean invalid) {
        if (invalid) {
            return "Đúng tệp đã vào sổ, nhưng có chữ ký không hợp lệ.";
        }
        List<String> how = new ArrayList<>();
        if (valid > 0) {
            how.add("%s chữ ký hợp lệ".formatted(inWords(valid)));
        }
        if (byHand > 0) {
            how.add("%s bên ký tay (bản quét)".formatted(inWords(byHand)));
        }
        return how.isEmpty()
                ? "Đúng tệp đã vào sổ, nhưng tệp không có chữ ký số nào."
                : "Đúng bản đã ký, %s.".formatted(String.join(", ", how));
    }

    private static String inWords(long number) {
        return number < WORDS.size() ? WORDS.get((int) number) : SAY.number(number);
    }

    /** For which file a code stands. */
    Finding named(KnownFile known) {
        if (known.signing() != null) {
            return papers.named(known);
        }
        Agreement agreement = agreement(known);
        return named(known, part(agreement, known.sha256()).label, agreed(agreement, List.of()));
    }

    /** @param which of the files it is, in words */
    static Finding named(KnownFile known, String which, Agreed agreed) {
        return new Finding(
                Answer.NAMED,
                "Mã này ứng với %s.".formatted(which),
                List.of("Hãy tải tệp lên để đối chiếu: chỉ tệp có đúng mã SHA-256 dưới đây mới là tệp này."),
                known.sha256(),
                agreed);
    }

    private Part part(Agreement agreement, String sha256) {
        return copies.isCopy(agreement.caseCode(), sha256) ? Part.LASTING : Part.of(agreement, sha256);
    }

    private Agreement agreement(KnownFile known) {
        return agreements.find(known.caseCode()).orElseThrow();
    }

    private Agreed agreed(Agreement agreement, List<VerifiedSignature> signatures) {
        List<String> numbers = agreement.registrations().stream()
                .map(entry -> "%s ngày %s (%s)"
                        .formatted(entry.number(), SAY.day(entry.date()), agreement.partyName(entry.party())))
                .toList();
        List<Signed> signed = agreement.parties().stream()
                .map(party -> new Signed(party.name(), how(agreement, party, signatures)))
                .toList();
        return new Agreed(agreement.type().label(), numbers, signed, standing(agreement));
    }

    private List<String> how(Agreement agreement, AgreementParty party, List<VerifiedSignature> signatures) {
        return Stream.concat(
                        agreement.signedByHand(party.organisation()) ? BY_HAND.stream() : Stream.empty(),
                        signatures.stream()
                                .filter(signature -> isOf(signature, party))
                                .map(Findings::how))
                .toList();
    }

    static String how(VerifiedSignature signature) {
        return "chữ ký số %s%s%s, %s"
                .formatted(
                        signature.keyOwner() == KeyOwner.BODY ? "của cơ quan, tổ chức " : "",
                        signature.valid() ? "hợp lệ" : "không hợp lệ",
                        signature.signedAt() == null ? "" : ", ký lúc %s".formatted(SAY.moment(signature.signedAt())),
                        signature.anchor().label());
    }

    /** Or of who has taken over from the party before it signed. */
    private boolean isOf(VerifiedSignature signature, AgreementParty party) {
        return parties.isOrActsFor(signature.organisation(), party.organisation());
    }

    private boolean ofAny(VerifiedSignature signature, Agreement agreement) {
        return agreement.parties().stream().anyMatch(party -> isOf(signature, party));
    }

    private String standing(Agreement agreement) {
        String renewed = agreements
                .successorOf(agreement.caseCode())
                .flatMap(agreements::find)
                .filter(next -> next.state().isClosed() && next.state() != AgreementState.WITHDRAWN)
                .map(next -> " Văn bản đã được gia hạn bằng văn bản số %s."
                        .formatted(next.registrations().get(0).number()))
                .orElse("");
        return own(agreement) + renewed;
    }

    private String own(Agreement agreement) {
        LocalDate today = LocalDate.now(clock);
        return switch (agreement.state()) {
            case EXPIRED -> "Đã hết hiệu lực từ ngày %s.".formatted(SAY.day(agreement.endedOn()));
            case TERMINATED -> "Đã chấm dứt trước hạn ngày %s.".formatted(SAY.day(agreement.endedOn()));
            default ->
                today.isBefore(agreement.effectiveFrom())
                        ? "Đã ký và vào sổ, có hiệu lực từ ngày %s.".formatted(SAY.day(agreement.effectiveFrom()))
                        : today.isAfter(agreement.effectiveTo())
                                ? "Đã hết hạn ngày %s.".formatted(SAY.day(agreement.effectiveTo()))
                                : "Đang có hiệu lực, từ %s đến %s."
                                        .formatted(
                                                SAY.day(agreement.effectiveFrom()), SAY.day(agreement.effectiveTo()));
        };
    }
}
