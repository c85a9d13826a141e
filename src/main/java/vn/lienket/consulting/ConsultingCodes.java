package vn.lienket.consulting;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CodeNames;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.enterprise.Sector;

/** What the decisions on an enterprise are given and say. */
@Component
class ConsultingCodes implements CodeNames {

    private final ConsultingNeeds needs;

    ConsultingCodes(ConsultingNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Optional<String> name(String code) {
        return Sector.of(code)
                .map(Sector::label)
                .or(() -> EnterpriseSize.of(code).map(EnterpriseSize::label))
                .or(() -> SupportKind.of(code).map(SupportKind::label))
                .or(() -> needs.find(code).map(ConsultingNeed::name));
    }
}
