package vn.lienket.cases.process;

import java.util.Set;

/**
 * What a person may say with a message to a case; a module publishes one as a bean for each message that people send.
 *
 * @param message e.g. {@code Message_CaseWithdrawn}
 * @param names of variables
 */
public record MessageFields(String message, Set<String> names) {}
