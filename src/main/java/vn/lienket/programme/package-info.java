/** The work programme of an agreement: what each field of cooperation is made of, who does it and how its success is measured. */
package vn.lienket.programme;
