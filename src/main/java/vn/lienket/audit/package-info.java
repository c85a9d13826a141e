/** The audit trail: who did what, when and from where; only ever added to, and each entry sealed by the hash of the one before. */
package vn.lienket.audit;
