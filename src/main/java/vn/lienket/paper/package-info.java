/** Papers that are signed once they are final: contracts of technology transfer, decisions, reports. */
package vn.lienket.paper;
