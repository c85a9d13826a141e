package vn.lienket.consulting.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.EnterpriseFiles;
import vn.lienket.consulting.LinkSubject;
import vn.lienket.document.CheckedFile;
import vn.lienket.engine.OnBehalf;
import vn.lienket.page.LinkToken;

/**
 * What enterprises answer by link, with nobody signed in. The link is looked at in the transaction that takes the answer; refusals
 * of the link are 404 and 409, those of the answer 400, as a {@code ProblemException} or caused by one.
 */
@Component
public class EnterpriseAnswers {

    private final AnswerLinks links;
    private final EnterpriseFiles files;
    private final ConsultingProcess process;
    private final OnBehalf onBehalf;

    EnterpriseAnswers(AnswerLinks links, EnterpriseFiles files, ConsultingProcess process, OnBehalf onBehalf) {
        this.links = links;
        this.files = files;
        this.process = process;
        this.onBehalf = onBehalf;
    }

    /**
     * Takes a supplement.
     *
     * @param round which one was asked for, see {@link AnswerLinks#hold}
     * @param fields by the names of the task's form; the caller has chosen them, as the engine would keep any
     */
    @Transactional
    public void supplement(LinkToken token, int round, Map<String, Object> fields, List<CheckedFile> sent) {
        ConsultingCase held = links.hold(token, LinkSubject.SUPPLEMENT, round);
        onBehalf.doAsTheProduct(() -> {
            files.keep(held, sent);
            process.supplement(held.caseCode(), fields);
        });
    }

    /**
     * Takes what the enterprise says of its roadmap.
     *
     * @param version which one it has seen, see {@link AnswerLinks#hold}
     */
    @Transactional
    public void answerRoadmap(LinkToken token, int version, String decision, String comment, List<CheckedFile> sent) {
        ConsultingCase held = links.hold(token, LinkSubject.ROADMAP, version);
        onBehalf.doAsTheProduct(() -> {
            files.keep(held, sent);
            process.answerRoadmap(held.caseCode(), decision, comment);
        });
    }
}
