/** What reports count: figures of a channel as they stood at a moment, read from the tables of all modules. */
package vn.lienket.figures;
