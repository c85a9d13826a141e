package vn.lienket.paper.process;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.paper.PaperService;
import vn.lienket.paper.PaperTurn;

/** What the model asks about the signers of a paper in its expressions. */
@Component
public class PaperTurns {

    private final PaperService papers;

    PaperTurns(PaperService papers) {
        this.papers = papers;
    }

    /** Ids of organisations in signing order, as fixed when the paper was submitted. */
    public List<String> of(String signingId) {
        return papers.find(UUID.fromString(signingId)).orElseThrow().turns().stream()
                .map(PaperTurn::organisation)
                .toList();
    }
}
