package vn.lienket.maturity.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.maturity.MaturityFramework;
import vn.lienket.maturity.MaturityFrameworks;

/** {@code /api/v1/maturity-frameworks}: what assessment forms are made from, for everybody signed in. */
@RestController
@RequestMapping("/api/v1/maturity-frameworks")
class MaturityFrameworkController {

    private final MaturityFrameworks frameworks;

    MaturityFrameworkController(MaturityFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    @GetMapping
    List<MaturityFramework> list() {
        return frameworks.all();
    }
}
