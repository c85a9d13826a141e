/** The quarterly report of a channel: assembled, reviewed, approved, registered and sent. */
package vn.lienket.report;
