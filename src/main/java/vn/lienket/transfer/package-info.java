/** Technology transfer: a request from need to evaluated delivery. */
package vn.lienket.transfer;
