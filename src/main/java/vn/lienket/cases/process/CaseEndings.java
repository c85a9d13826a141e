package vn.lienket.cases.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The ways to end a case before its time, as the user who is signed in may go them; the caller has checked that he may see the case. */
@Component
public class CaseEndings {

    private final List<CaseEnding> endings;
    private final CaseMessages messages;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    CaseEndings(List<CaseEnding> endings, CaseMessages messages, CurrentUser currentUser, JdbcClient jdbc) {
        this.endings = endings;
        this.messages = messages;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /** 404 for one that is not there. */
    public CaseEnding require(String id) {
        return endings.stream()
                .filter(ending -> ending.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(Sentences.NO_PAGE));
    }

    /** 404 for one that such a case does not have, 403 for who may not, 409 if the case does not wait for it. */
    public CaseEnding require(String id, Dossier dossier) {
        CaseEnding ending = require(id);
        if (!ending.isFor(dossier.kind())) {
            throw ProblemException.notFound(Sentences.NO_PAGE);
        }
        CaseMessages.requireSender(currentUser.require(), dossier.leadOrganisation());
        if (waiting(ending, List.of(dossier.code())).isEmpty()) {
            throw CaseMessages.notWaiting(dossier.code());
        }
        return ending;
    }

    /** Whether the user may end the cases that this organisation leads. */
    public boolean may(String leadOrganisation) {
        return CaseMessages.maySend(currentUser.require(), leadOrganisation);
    }

    /** Those which the user may go with this case now. */
    public List<CaseEnding> open(Dossier dossier) {
        return may(dossier.leadOrganisation())
                ? endings.stream()
                        .filter(ending -> ending.isFor(dossier.kind()))
                        .filter(ending ->
                                !waiting(ending, List.of(dossier.code())).isEmpty())
                        .toList()
                : List.of();
    }

    /** The ending that this case no longer waits for. */
    public Optional<CaseEnding> done(String id, Dossier dossier) {
        return endings.stream()
                .filter(ending -> ending.id().equals(id) && ending.isFor(dossier.kind()) && dossier.closed())
                .filter(ending -> waiting(ending, List.of(dossier.code())).isEmpty())
                .findFirst();
    }

    /** Those of these cases that would be ended so now. */
    public Set<String> waiting(CaseEnding ending, Collection<String> caseCodes) {
        return new HashSet<>(jdbc.sql("""
                        select distinct e.business_key_ from act_ru_execution e
                        join act_ru_event_subscr s on s.proc_inst_id_ = e.id_
                        where e.business_key_ = any (?) and e.parent_id_ is null
                        and s.event_type_ = 'message' and s.event_name_ = ?""")
                .params(caseCodes.toArray(String[]::new), ending.message())
                .query(String.class)
                .list());
    }

    /** Ends the case; refuses as {@link CaseMessages#send(String, String, String, String)} does. */
    public void end(CaseEnding ending, String caseCode, String reason) {
        messages.send(ending.message(), caseCode, ending.reason(), reason);
    }
}
