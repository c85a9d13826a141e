/** Upload and download of documents. */
package vn.lienket.document.web;
