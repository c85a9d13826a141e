package vn.lienket.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.access.AccessFilter;
import vn.lienket.access.AccessOverview;
import vn.lienket.access.PersonAccess;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/** {@code /api/v1/access}: the access overview for administrators, as JSON or as CSV. */
@RestController
@RequestMapping("/api/v1/access")
class AccessController {

    private static final String CSV = "text/csv";

    private final AccessOverview overview;
    private final CurrentUser currentUser;

    AccessController(AccessOverview overview, CurrentUser currentUser) {
        this.overview = overview;
        this.currentUser = currentUser;
    }

    /** The people that fit. */
    record People(List<PersonAccess> items) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    People json(AccessFilter filter) {
        return new People(find(filter));
    }

    @GetMapping(produces = CSV)
    void csv(AccessFilter filter, HttpServletResponse response) throws IOException {
        AccessCsv.write(find(filter), response);
    }

    private List<PersonAccess> find(AccessFilter filter) {
        if (!currentUser.require().administrator()) {
            throw ProblemException.forbidden("Chỉ người quản trị được xem ai được làm gì.");
        }
        return overview.of(filter);
    }
}
