package vn.lienket.consulting.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.consulting.LinkSubject;
import vn.lienket.engine.OnBehalf;
import vn.lienket.page.LinkToken;

/**
 * What enterprises answer by link, with nobody signed in. The link is looked at in the transaction that takes the answer; refusals
 * of the link are 404 and 409, those of the answer 400, as a {@code ProblemException} or caused by one.
 */
@Component
public class EnterpriseAnswers {

    private final AnswerLinks links;
    private final ConsultingProcess process;
    private final OnBehalf onBehalf;

    EnterpriseAnswers(AnswerLinks links, ConsultingProcess process, OnBehalf onBehalf) {
        this.links = links;
        this.process = process;
        this.onBehalf = onBehalf;
    }

    /** @param fields by the names of the task's form; the caller has chosen them, as the engine would keep any */
    @Transactional
    public void supplement(LinkToken token, Map<String, Object> fields) {
        String caseCode = links.hold(token, LinkSubject.SUPPLEMENT).caseCode();
        onBehalf.doAsTheProduct(() -> process.supplement(caseCode, fields));
    }

    @Transactional
    public void answerRoadmap(LinkToken token, String decision, String comment) {
        String caseCode = links.hold(token, LinkSubject.ROADMAP).caseCode();
        onBehalf.doAsTheProduct(() -> process.answerRoadmap(caseCode, decision, comment));
    }
}
