package vn.lienket.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.party.Parties;
import vn.lienket.signature.SigningRules;
import vn.lienket.signature.Turn;

/** Who signs a paper, by rank: those whom the rule gives for each of its bodies, as it names them. */
@Component
class SigningOrder {

    private final SigningRules rules;
    private final Parties parties;

    SigningOrder(SigningRules rules, Parties parties) {
        this.rules = rules;
        this.parties = parties;
    }

    List<PaperTurn> of(Paper paper) {
        Map<String, String> names = new LinkedHashMap<>();
        paper.bodies().stream()
                .map(body -> parties.acting(body).orElseThrow())
                .forEach(body -> names.put(body.id(), body.name()));
        List<List<Turn>> ranks = rules.turns(paper.rule(), names.keySet());
        List<PaperTurn> turns = new ArrayList<>();
        for (int rank = 0; rank < ranks.size(); rank++) {
            for (Turn turn : ranks.get(rank)) {
                turns.add(new PaperTurn(
                        rank, turn.organisation(), names.get(turn.organisation()), turn.role(), turn.key()));
            }
        }
        return turns;
    }
}
