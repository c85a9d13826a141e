/** What the product's own web pages share: what they keep to themselves, secret links to them, Vietnamese figures. */
package vn.lienket.page;
