package vn.lienket.enterprise.web;

import java.util.List;
import vn.lienket.enterprise.EnterprisePage;

/** One page of a search. */
record EnterpriseList(List<EnterpriseView> items, int page, int size, long total, boolean totalIsLowerBound) {

    static EnterpriseList of(EnterprisePage found) {
        return new EnterpriseList(
                found.items().stream().map(EnterpriseView::of).toList(),
                found.page(),
                found.size(),
                found.total(),
                found.totalIsLowerBound());
    }
}
