/** What JSON from outside may look like, whatever door it comes to: one look at each body, while it is read. */
package vn.lienket.json;
