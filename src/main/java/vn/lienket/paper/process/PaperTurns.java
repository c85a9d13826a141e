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

    /** The positions of those whose turn it is to sign; none once it does not wait any more. */
    public List<Integer> openTurns(String signingId) {
        PaperSigning signing = find(signingId);
        return signing.openTurns().stream().map(signing.turns()::indexOf).toList();
    }

    /** What the task of a turn is called, so that those of one organisation can be told apart. */
    public String signingName(String signingId, Integer turn) {
        return "Ký số văn bản" + turn(signingId, turn).words();
    }

    /** The organisation of each turn: asked where a signing began when one signed after the other. */
    public List<String> of(String signingId) {
        return find(signingId).turns().stream().map(PaperTurn::organisation).toList();
    }

    /** As {@link #of}: of who signs next. */
    public String signingName(String signingId) {
        return signingName(signingId, null);
    }

    PaperTurn turn(String signingId, Integer position) {
        return papers.turn(UUID.fromString(signingId), position);
    }

    private PaperSigning find(String signingId) {
        return papers.find(UUID.fromString(signingId)).orElseThrow();
    }
}
