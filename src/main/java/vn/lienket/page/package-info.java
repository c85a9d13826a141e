/** What the product's own web pages share: that they are private, secret links to them, Vietnamese figures. */
package vn.lienket.page;
