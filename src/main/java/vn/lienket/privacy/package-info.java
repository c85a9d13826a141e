/** Personal data: the list of what is kept and why, and what is stored of an enterprise's contact, to be shown and to be erased. */
package vn.lienket.privacy;
