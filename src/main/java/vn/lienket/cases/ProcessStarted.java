package vn.lienket.cases;

/** A person has started a process, in Tasklist or by REST; told in the transaction of the start, when all its checks are passed. */
public record ProcessStarted(String processDefinitionKey, String person) {}
