/** The access overview over REST, and the pages of administrators. */
package vn.lienket.access.web;
