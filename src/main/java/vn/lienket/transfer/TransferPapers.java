package vn.lienket.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperSource;

/** A contract that every party has approved is signed by who transfers and then by who receives, as it names them. */
@Component
class TransferPapers implements PaperSource {

    private final TransferCases cases;

    TransferPapers(TransferCases cases) {
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> papers(String caseCode) {
        return cases.findByCaseCode(caseCode).filter(found -> found.plan().contractedOn() != null).stream()
                .map(TransferPapers::contract)
                .toList();
    }

    private static Paper contract(TransferCase found) {
        return new Paper(
                TransferPlanService.CONTRACT,
                "transfer-contract",
                "Hợp đồng chuyển giao công nghệ",
                found.plan().contractNumber(),
                found.plan().contractedOn(),
                found.plan().contractDocument(),
                List.of(found.providingOrganisation(), found.requestingOrganisation()));
    }
}
