package vn.lienket.enterprise.web;

import vn.lienket.problem.FieldProblems;

/** What a list may be asked for. */
final class Paging {

    private static final int MAX_PAGE = 1_000_000;
    private static final int MAX_SIZE = 200;

    private Paging() {}

    static FieldProblems check(int page, int size) {
        return new FieldProblems()
                .check(page >= 0 && page <= MAX_PAGE, "page", "Trang (page): từ 0 đến %d.".formatted(MAX_PAGE))
                .check(
                        size >= 1 && size <= MAX_SIZE,
                        "size",
                        "Số dòng mỗi trang (size): từ 1 đến %d.".formatted(MAX_SIZE));
    }
}
