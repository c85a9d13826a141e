/** Files that the API makes while it answers. */
package vn.lienket.download;
