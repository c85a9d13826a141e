package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferRequest;

/** The fields of a request as a start form or a supplement brings them. */
final class RequestVariables {

    private RequestVariables() {}

    static TransferRequest of(VariableScope scope) {
        return new TransferRequest(
                Variables.text(scope, TransferModel.REQUESTING_ORGANISATION),
                Variables.text(scope, CaseVariables.CHANNEL),
                Variables.text(scope, TransferModel.CATEGORY),
                Variables.text(scope, TransferModel.TITLE),
                Variables.text(scope, TransferModel.NEED_DESCRIPTION),
                Variables.text(scope, TransferModel.NEEDED_BY),
                Variables.text(scope, TransferModel.USES_STATE_BUDGET),
                Variables.text(scope, TransferModel.FOREIGN_PARTY),
                Variables.text(scope, TransferModel.EXISTING_CERTIFICATE),
                Variables.text(scope, TransferModel.ATTACHMENT_DOCUMENT_ID));
    }
}
