/** What the first start of the embedded mode shows, driven the way people would. */
package vn.lienket.demo.process;
