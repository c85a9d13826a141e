/** Organisations, people, their roles and absences, the channels in which organisations cooperate, and the fields. */
package vn.lienket.party;
