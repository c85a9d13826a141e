/** The seam between agreements and the engine. */
@NamedInterface("process")
package vn.lienket.agreement.process;

import org.springframework.modulith.NamedInterface;
