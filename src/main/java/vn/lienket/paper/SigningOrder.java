package vn.lienket.paper;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienket.party.Parties;

/** Who signs a paper, one after the other: a leader of each of its bodies, as it names them. */
@Component
class SigningOrder {

    private final Parties parties;

    SigningOrder(Parties parties) {
        this.parties = parties;
    }

    List<PaperTurn> of(Paper paper) {
        return paper.bodies().stream()
                .map(body -> parties.acting(body).orElseThrow())
                .distinct()
                .map(body -> new PaperTurn(body.id(), body.name()))
                .toList();
    }
}
