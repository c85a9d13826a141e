package vn.lienket.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.party.Parties;
import vn.lienket.signature.SigningRules;

/** Who signs a paper, one after the other: those whom the rule gives for each of its bodies, as it names them. */
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
        return rules.turns(paper.rule(), names.keySet()).stream()
                .flatMap(List::stream)
                .map(turn ->
                        new PaperTurn(turn.organisation(), names.get(turn.organisation()), turn.role(), turn.key()))
                .toList();
    }
}
