/** The REST API of agreements. */
package vn.lienket.agreement.web;
