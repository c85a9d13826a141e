package vn.lienket.transfer;

/**
 * A clause of a transfer contract.
 *
 * @param help what to write
 * @param mandatory whether a contract without it is not approved
 */
public record ContractClause(String id, String name, String help, boolean mandatory) {}
