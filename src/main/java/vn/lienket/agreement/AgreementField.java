package vn.lienket.agreement;

import org.springframework.data.relational.core.mapping.Table;

/** A chosen field of cooperation, by its code in the catalogue. */
@Table(schema = "lienket", value = "agreement_field")
record AgreementField(String code) {}
