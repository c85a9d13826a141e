/** How people get their password: by a mailed link with which they set it themselves. */
package vn.lienket.access.account;
