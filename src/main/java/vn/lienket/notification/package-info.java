/** Mail to people about their work and their cases. */
package vn.lienket.notification;
