/** What all rules that come from decision tables have in common. */
package vn.lienket.rule;
