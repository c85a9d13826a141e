package vn.lienket.enterprise.process;

/** What {@code bpmn/enterprise/registry-import.bpmn} and the code share. */
final class RegistryImportModel {

    static final String PROCESS = "RegistryImportProcess";

    static final String IMPORT_ID = "importId";
    static final String IMPORT_STATE = "importState";
    static final String IMPORT_READ = "importRead";

    private RegistryImportModel() {}
}
