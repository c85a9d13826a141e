package vn.lienket.library.web;

import java.util.List;

/** One page of what was found, the best first. */
record LibraryList(List<LibraryView> items, int page, int size, long total) {}
