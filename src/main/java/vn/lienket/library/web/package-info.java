/** The library over REST and as a page. */
package vn.lienket.library.web;
