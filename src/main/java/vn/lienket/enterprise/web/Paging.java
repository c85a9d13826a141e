package vn.lienket.enterprise.web;

import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.Sentences;

/** What a list may be asked for. */
final class Paging {

    private static final int MAX_PAGE = 1_000_000;
    private static final int MAX_SIZE = 200;

    private Paging() {}

    static FieldProblems check(int page, int size) {
        return new FieldProblems()
                .check(page >= 0 && page <= MAX_PAGE, "page", Sentences.PAGE.formatted(MAX_PAGE))
                .check(size >= 1 && size <= MAX_SIZE, "size", Sentences.SIZE.formatted(MAX_SIZE));
    }
}
