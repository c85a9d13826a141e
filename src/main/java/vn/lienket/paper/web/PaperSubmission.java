package vn.lienket.paper.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.paper.PaperService;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.VerifiedSignature;

/** Has a paper signed, once it has been looked at without holding the database. */
@Component
class PaperSubmission {

    private final PaperService papers;
    private final CaseRegister register;
    private final DocumentSignatures signatures;

    PaperSubmission(PaperService papers, CaseRegister register, DocumentSignatures signatures) {
        this.papers = papers;
        this.register = register;
        this.signatures = signatures;
    }

    /**
     * As {@link PaperService#submit}.
     *
     * @throws ProblemException 404 for a case that the user may not see, 409 also for a paper that carries signatures already: who signs
     *     then would be refused, for it would carry one more than those that were asked for
     */
    Dossier submit(String caseCode, UUID document) {
        Dossier dossier = register.require(caseCode);
        boolean paper = papers.papers(dossier.code()).stream()
                .anyMatch(known -> known.document().equals(document));
        if (paper && signatures.of(document).stream().anyMatch(VerifiedSignature::hasCertificate)) {
            throw ProblemException.conflict("Văn bản này đã mang chữ ký số từ khi ban hành nên không trình ký số nữa.");
        }
        papers.submit(dossier, document);
        return dossier;
    }
}
