package vn.lienket.consulting.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.enterprise.EnterpriseInput;

/** The fields of an enterprise as a start form or a supplement brings them. */
final class EnterpriseVariables {

    private EnterpriseVariables() {}

    /** What was filled in; an empty field counts as not given. */
    static EnterpriseInput given(VariableScope scope) {
        Map<String, Object> fields = new HashMap<>();
        for (String name : ConsultingModel.ENTERPRISE_FIELDS) {
            Object value = scope.getVariable(name);
            if (value != null && !value.toString().isBlank()) {
                fields.put(name, value);
            }
        }
        return new EnterpriseInput(fields);
    }
}
