/** The words that cases and the engine share: their variables, messages and open tasks, and what a module says of its processes. */
@NamedInterface("process")
package vn.lienket.cases.process;

import org.springframework.modulith.NamedInterface;
