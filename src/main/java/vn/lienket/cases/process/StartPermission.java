package vn.lienket.cases.process;

import java.util.Set;
import vn.lienket.party.Role;

/**
 * Who may start a process, in Tasklist or by REST, and what may be said with it; a module publishes one as a bean for each process that people start.
 *
 * @param processDefinitionKey e.g. {@code AgreementSigningProcess}
 * @param roles of any organisation
 * @param fields names of the variables that a start may bring
 */
public record StartPermission(String processDefinitionKey, Set<Role> roles, Set<String> fields) {}
