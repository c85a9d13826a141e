/** How the database is asked: how long it may work on one statement, by the kind of work that asks for it, and how texts are found. */
package vn.lienket.database;
