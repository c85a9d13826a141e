package vn.lienket.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.content.SpooledFile;
import vn.lienket.evidence.Finding.Agreed;
import vn.lienket.evidence.Finding.Answer;
import vn.lienket.evidence.Finding.Signed;
import vn.lienket.page.Wording;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperSignature;
import vn.lienket.paper.PaperSigning;
import vn.lienket.party.Parties;
import vn.lienket.signature.VerifiedSignature;

/** What is found of a file of a paper that all have signed, in words. */
@Component
class PaperFindings {

    private record Body(String organisation, String name) {}

    private static final Wording SAY = Wording.VIETNAMESE;

    private final PaperService papers;
    private final SignedFiles signedFiles;
    private final Parties parties;

    PaperFindings(PaperService papers, SignedFiles signedFiles, Parties parties) {
        this.papers = papers;
        this.signedFiles = signedFiles;
        this.parties = parties;
    }

    /** As {@link Findings#continued}. */
    Finding continued(KnownFile known, SpooledFile file) {
        PaperSigning signing = signing(known);
        return Findings.continued(
                known, file, which(signing, known), isLast(signing, known), agreed(signing, List.of()));
    }

    /** As {@link Findings#named}. */
    Finding named(KnownFile known) {
        PaperSigning signing = signing(known);
        return Findings.named(known, which(signing, known), agreed(signing, List.of()));
    }

    /** As {@link Findings#same}. */
    Finding same(KnownFile known) {
        PaperSigning signing = signing(known);
        if (!isLast(signing, known)) {
            return new Finding(
                    Answer.DOUBTFUL,
                    "Không phải bản đã ký cuối cùng.",
                    List.of("Tệp là %s.".formatted(which(signing, known))),
                    known.sha256(),
                    agreed(signing, List.of()));
        }
        List<VerifiedSignature> found = signedFiles.of(signing).stream()
                .flatMap(file -> file.signatures().stream())
                .toList();
        List<String> more = Stream.concat(
                        found.stream()
                                .filter(signature -> !signature.valid())
                                .map(signature -> "Chữ ký không hợp lệ: " + signature.sentence()),
                        bodies(signing)
                                .filter(body -> !byHand(signing, body) && valid(found, body) == 0)
                                .map(body -> "Không có chữ ký số hợp lệ của %s.".formatted(body.name())))
                .toList();
        long valid = bodies(signing).mapToLong(body -> valid(found, body)).sum();
        long byHand = bodies(signing).filter(body -> byHand(signing, body)).count();
        return new Finding(
                more.isEmpty() ? Answer.RIGHT : Answer.DOUBTFUL,
                Findings.sentence(valid, byHand, found.stream().anyMatch(signature -> !signature.valid())),
                more,
                known.sha256(),
                agreed(signing, found));
    }

    private PaperSigning signing(KnownFile known) {
        return papers.find(known.signing()).orElseThrow();
    }

    private static boolean isLast(PaperSigning signing, KnownFile known) {
        List<PaperSignature> signatures = signing.signatures();
        return signatures.get(signatures.size() - 1).sha256().equals(known.sha256());
    }

    private static String which(PaperSigning signing, KnownFile known) {
        if (isLast(signing, known)) {
            return "bản đã ký cuối cùng";
        }
        return signing.signatures().stream()
                        .anyMatch(signature -> signature.sha256().equals(known.sha256()))
                ? "bản mới có chữ ký của một phần các bên"
                : "bản đã ban hành, chưa có chữ ký số";
    }

    /** Each once, however many sign for it. */
    private static Stream<Body> bodies(PaperSigning signing) {
        return signing.turns().stream()
                .map(turn -> new Body(turn.organisation(), turn.name()))
                .distinct();
    }

    private static boolean byHand(PaperSigning signing, Body body) {
        return signing.signatures().stream()
                .anyMatch(signature -> signature.byHand() && signature.party().equals(body.organisation()));
    }

    private long valid(List<VerifiedSignature> found, Body body) {
        return found.stream()
                .filter(signature -> signature.valid() && isOf(signature, body))
                .count();
    }

    /** Or of who has taken over from the body before it signed. */
    private boolean isOf(VerifiedSignature signature, Body body) {
        return parties.isOrActsFor(signature.organisation(), body.organisation());
    }

    private Agreed agreed(PaperSigning signing, List<VerifiedSignature> found) {
        List<String> numbers = new ArrayList<>();
        if (signing.number() != null) {
            numbers.add("%s ngày %s".formatted(signing.number(), SAY.day(signing.datedOn())));
        }
        return new Agreed(
                signing.name(),
                numbers,
                bodies(signing)
                        .map(body -> new Signed(body.name(), how(signing, body, found)))
                        .toList(),
                "Đã ký đủ lúc %s.".formatted(SAY.moment(signing.endedAt())));
    }

    private List<String> how(PaperSigning signing, Body body, List<VerifiedSignature> found) {
        return Stream.concat(
                        byHand(signing, body) ? Findings.BY_HAND.stream() : Stream.empty(),
                        found.stream()
                                .filter(signature -> isOf(signature, body))
                                .map(Findings::how))
                .toList();
    }
}
