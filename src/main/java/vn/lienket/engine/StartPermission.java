package vn.lienket.engine;

import java.util.Set;
import vn.lienket.party.Role;

/**
 * Who may start a process, in Tasklist or by REST; a module publishes one as a bean for each process that people start.
 *
 * @param processDefinitionKey e.g. {@code AgreementSigningProcess}
 * @param roles of any organisation
 */
public record StartPermission(String processDefinitionKey, Set<Role> roles) {}
