/** How long the database may work on one statement, by the kind of work that asks for it. */
package vn.lienket.database;
