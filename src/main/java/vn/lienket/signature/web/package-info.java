/** What is told of the signatures in documents. */
package vn.lienket.signature.web;
