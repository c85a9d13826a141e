/** The seam to the engine: starts the delivery of messages, and delivers them. */
package vn.lienket.notification.process;
