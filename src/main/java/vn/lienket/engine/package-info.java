/** Camunda: configuration, authorization, tenants, filters, deployment. */
package vn.lienket.engine;
