/** What is inside of files, looked at within bounds before any library opens them. */
package vn.lienket.content;
