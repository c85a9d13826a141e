/** What every case has: its code, its status, its place in the register of cases. */
package vn.lienket.dossier;
