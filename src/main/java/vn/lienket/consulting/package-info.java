/** Consulting for small and medium enterprises: a case from intake to measured gain. */
package vn.lienket.consulting;
