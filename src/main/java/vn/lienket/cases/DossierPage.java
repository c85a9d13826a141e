package vn.lienket.cases;

import java.util.List;

/**
 * One page of the register, newest first.
 *
 * @param page from 0
 * @param total number of entries in all pages
 */
public record DossierPage(List<Dossier> items, int page, int size, long total) {}
