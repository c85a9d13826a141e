package vn.lienket.transfer;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A clause of the transfer contract.
 *
 * @param clause id in the list of Điều 23, Luật Chuyển giao công nghệ 2017
 */
@Table(schema = "lienket", value = "transfer_clause")
public record TransferClause(String clause, String text) {}
