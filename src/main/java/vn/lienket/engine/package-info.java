/** Camunda: its plug-ins, identity, authorization, tenants, deployment. */
package vn.lienket.engine;
