/** YAML files written by people: read with their lines, so that everything wrong in one is told at once. */
package vn.lienket.yaml;
