/** Electronic signatures in PDF files: who signed, under which of the two roots, what it covers, and what is wrong; and how one is added. */
package vn.lienket.signature;
