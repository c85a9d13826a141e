package vn.lienket.agreement;

import org.springframework.data.relational.core.mapping.Table;

/** A party under the name it had when the case was opened: a later merger does not rename a signed document. */
@Table(schema = "lienket", value = "agreement_party")
public record AgreementParty(String organisation, String name, String abbreviation) {}
