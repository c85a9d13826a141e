package vn.lienket.paper.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperSigning;
import vn.lienket.paper.PaperTurn;

/** What the model asks about the signers of a paper in its expressions. */
@Component
public class PaperTurns {

    private final PaperService papers;

    PaperTurns(PaperService papers) {
        this.papers = papers;
    }

    /** The organisation of each turn in signing order, as fixed when the paper was submitted. */
    public List<String> of(String signingId) {
        return find(signingId).turns().stream().map(PaperTurn::organisation).toList();
    }

    /** What the task of the open turn is called, so that those of one organisation can be told apart. */
    public String signingName(String signingId) {
        return "Ký số văn bản" + next(signingId).words();
    }

    PaperTurn next(String signingId) {
        return find(signingId).next();
    }

    private PaperSigning find(String signingId) {
        return papers.find(UUID.fromString(signingId)).orElseThrow();
    }
}
