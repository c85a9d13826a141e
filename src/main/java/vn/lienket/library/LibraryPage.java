package vn.lienket.library;

import java.util.List;

/**
 * One page of what was found, the best first; without words the newest first.
 *
 * @param page from 0
 * @param total number of entries in all pages
 */
public record LibraryPage(List<LibraryHit> items, int page, int size, long total) {}
