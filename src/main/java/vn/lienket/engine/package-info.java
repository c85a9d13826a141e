/** Camunda: its plug-ins, identity, authorization, tenants, filters, deployment. */
package vn.lienket.engine;
