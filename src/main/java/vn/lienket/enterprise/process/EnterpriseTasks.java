package vn.lienket.enterprise.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.enterprise.ImportRunner;
import vn.lienket.enterprise.RegistryImport;

/** What an import into the registry has done at its task. */
@Component
public class EnterpriseTasks {

    private final ImportRunner imports;

    EnterpriseTasks(ImportRunner imports) {
        this.imports = imports;
    }

    public void importNextRows(DelegateExecution execution) {
        RegistryImport reached =
                imports.runNext(UUID.fromString(Variables.text(execution, RegistryImportModel.IMPORT_ID)));
        execution.setVariable(RegistryImportModel.IMPORT_STATE, reached.state().name());
        execution.setVariable(RegistryImportModel.IMPORT_READ, reached.read());
    }
}
