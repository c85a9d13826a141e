/** How people get in: passwords and second factors, wrong attempts and their waits. */
package vn.lienket.access;
