/** Who does the work: deadlines are watched, and the work of absent people goes on. */
package vn.lienket.assignment;
