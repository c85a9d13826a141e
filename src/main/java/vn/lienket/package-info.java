/** LienKet, one package a module. */
package vn.lienket;
