/** What is stuck: the jobs of cases that gave up, each in one sentence, and how they are tried again. */
package vn.lienket.incident;
