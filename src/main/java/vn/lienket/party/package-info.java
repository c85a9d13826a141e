/** Organisations, people, their roles and absences, and the channels in which organisations cooperate. */
package vn.lienket.party;
