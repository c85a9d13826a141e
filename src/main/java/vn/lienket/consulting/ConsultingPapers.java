package vn.lienket.consulting;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.paper.Paper;
import vn.lienket.paper.PaperSource;

/** Decisions and reports are signed for the organisation that leads the case. */
@Component
class ConsultingPapers implements PaperSource {

    private final ConsultingCases cases;

    ConsultingPapers(ConsultingCases cases) {
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> papers(String caseCode) {
        return cases.findByCaseCode(caseCode).stream()
                .flatMap(found -> found.papers().stream().map(paper -> paper(found, paper)))
                .toList();
    }

    private static Paper paper(ConsultingCase found, OutcomePaper paper) {
        return new Paper(
                paper.kind().documentKind(),
                paper.kind() == OutcomePaper.Kind.DECISION ? "support-decision" : "consulting-report",
                name(found, paper.kind()),
                paper.number(),
                paper.datedOn(),
                paper.document(),
                List.of(found.leadOrganisation()));
    }

    private static String name(ConsultingCase found, OutcomePaper.Kind kind) {
        return switch (kind) {
            case DECISION ->
                "grant".equals(found.supportDecision()) ? "Quyết định hỗ trợ" : "Thông báo kết quả xét hỗ trợ";
            case REPORT -> "Báo cáo kết quả tư vấn";
        };
    }
}
