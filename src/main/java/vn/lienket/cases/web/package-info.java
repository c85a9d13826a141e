/** The register and the page of every case: {@code /cases} and {@code /api/v1/cases}. */
@NamedInterface("web")
package vn.lienket.cases.web;

import org.springframework.modulith.NamedInterface;
