package vn.lienket.repair.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.repair.Migration;
import vn.lienket.repair.Move;
import vn.lienket.repair.RepairResult;
import vn.lienket.repair.RepairableCase;
import vn.lienket.repair.RepairableProcess;
import vn.lienket.repair.process.CaseRepairs;

/** {@code /api/v1/repairs}: what administrators mend in running cases. */
@RestController
@RequestMapping("/api/v1/repairs")
class RepairController {

    private final CaseRepairs repairs;

    RepairController(CaseRepairs repairs) {
        this.repairs = repairs;
    }

    @GetMapping("/processes")
    List<RepairableProcess> processes() {
        return repairs.processes();
    }

    @GetMapping("/cases/{caseCode}")
    RepairableCase show(@PathVariable String caseCode) {
        return repairs.find(caseCode);
    }

    @PostMapping("/migrations")
    RepairResult migrate(@RequestBody Migration migration) {
        return repairs.migrate(migration);
    }

    @PostMapping("/moves")
    RepairResult move(@RequestBody Move move) {
        return repairs.move(move);
    }
}
