/** Files from outside: put aside while they are read, and looked at within bounds before any library opens them. */
package vn.lienket.content;
