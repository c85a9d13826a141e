/** Who does the work: experts are chosen, deadlines are watched, and the work of absent people goes on. */
package vn.lienket.assignment;
