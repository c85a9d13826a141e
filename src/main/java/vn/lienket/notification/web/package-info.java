/** Where people choose which mails they get. */
package vn.lienket.notification.web;
