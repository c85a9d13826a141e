/** Embedded or production: found from the environment before anything starts, and refused if it cannot work. */
package vn.lienket.mode;
