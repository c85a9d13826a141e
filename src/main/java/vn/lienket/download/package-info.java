/** Files that the API makes: tables as CSV and XLSX. */
package vn.lienket.download;
