/** The registry over REST. */
package vn.lienket.enterprise.web;
