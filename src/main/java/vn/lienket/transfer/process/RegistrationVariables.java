package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.transfer.TransferCase;

/** Whether the contract must be registered. */
final class RegistrationVariables {

    private RegistrationVariables() {}

    static void set(VariableScope scope, TransferCase decided) {
        scope.setVariable(TransferModel.REGISTRATION, word(decided.registrationCompulsory()));
    }

    private static String word(Boolean compulsory) {
        if (compulsory == null) {
            return TransferModel.UNKNOWN;
        }
        return compulsory ? TransferModel.COMPULSORY : "voluntary";
    }
}
