/** The words that cases and the engine share: variables, messages, open tasks, the withdrawal of any case, what a module says of its processes. */
@NamedInterface("process")
package vn.lienket.cases.process;

import org.springframework.modulith.NamedInterface;
