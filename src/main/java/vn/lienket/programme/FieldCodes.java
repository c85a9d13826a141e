package vn.lienket.programme;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CodeNames;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;

/** The fields of cooperation, which are also what experts are known for. */
@Component
class FieldCodes implements CodeNames {

    private final CooperationFields fields;

    FieldCodes(CooperationFields fields) {
        this.fields = fields;
    }

    @Override
    public Optional<String> name(String code) {
        return fields.find(code).map(CooperationField::name);
    }
}
