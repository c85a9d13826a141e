package vn.lienket.consulting.web;

import org.springframework.stereotype.Component;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** The consulting cases that the signed-in user may see: those of his channels. */
@Component
class VisibleCases {

    private final ConsultingService consulting;
    private final CurrentUser currentUser;

    VisibleCases(ConsultingService consulting, CurrentUser currentUser) {
        this.consulting = consulting;
        this.currentUser = currentUser;
    }

    /** 404 alike for a case that is not there and one that he may not see. */
    ConsultingCase require(String caseCode) {
        User user = currentUser.require();
        return consulting
                .find(caseCode)
                .filter(found -> user.inChannel(found.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có hồ sơ tư vấn %s.".formatted(caseCode)));
    }
}
