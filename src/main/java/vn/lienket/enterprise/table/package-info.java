/** CSV and XLSX files as rows, read one at a time in constant memory. */
package vn.lienket.enterprise.table;
