/** {@code /api/v1/transfer-requests}. */
package vn.lienket.transfer.web;
