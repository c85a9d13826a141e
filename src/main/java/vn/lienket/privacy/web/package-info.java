/** The list of personal data as a page for administrators. */
package vn.lienket.privacy.web;
