/** The registry of enterprises: every change with who, when and from what; import of whole files; sizes; search. */
package vn.lienket.enterprise;
