/** What signatures there are in a document, and the keys of the demonstration. */
package vn.lienket.signature.web;
