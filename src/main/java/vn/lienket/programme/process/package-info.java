/** The seam to the engine: the process of an activity, its tasks, and how a year's programme is opened. */
@NamedInterface("process")
package vn.lienket.programme.process;

import org.springframework.modulith.NamedInterface;
