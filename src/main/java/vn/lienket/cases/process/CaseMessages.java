package vn.lienket.cases.process;

import java.util.Collections;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** Sends a person's message (withdraw, terminate) to a running case: his right to do so, a reason, and a case that waits for it. */
@Component
public class CaseMessages {

    private final ObjectProvider<RuntimeService> runtimeService;
    private final Dossiers dossiers;
    private final CurrentUser currentUser;

    CaseMessages(ObjectProvider<RuntimeService> runtimeService, Dossiers dossiers, CurrentUser currentUser) {
        this.runtimeService = runtimeService;
        this.dossiers = dossiers;
        this.currentUser = currentUser;
    }

    /** The groups whose members may end a case that this organisation leads. */
    public static Set<String> senders(String leadOrganisation) {
        return Set.of(Role.OFFICER.groupOf(leadOrganisation), Role.LEADER.groupOf(leadOrganisation));
    }

    /** As the other, for the start form that asks for it: the code and the reason are variables, the code becomes the business key. */
    public void send(DelegateExecution request, String message, String reasonName) {
        String caseCode = Variables.text(request, CaseVariables.CASE_CODE);
        send(message, caseCode, reasonName, Variables.text(request, reasonName));
        request.setProcessBusinessKey(caseCode.strip());
    }

    /** 400 without a reason or for a case he does not see, 403 for the wrong person, 409 if the case does not wait for it. */
    public void send(String message, String caseCode, String reasonName, String reason) {
        User user = currentUser.require();
        String code = caseCode == null ? "" : caseCode.strip();
        Dossier dossier = dossiers.find(code)
                .filter(found -> user.inChannel(found.channel()))
                .orElseThrow(() -> ProblemException.invalid(
                        CaseVariables.CASE_CODE, "Mã hồ sơ: không có hồ sơ “%s”.".formatted(code)));
        requireSender(user, dossier.leadOrganisation());
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid(reasonName, "Lý do: không được để trống.");
        }
        try {
            runtimeService
                    .getObject()
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(code)
                    .setVariable(reasonName, reason.strip())
                    .correlate();
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw notWaiting(code);
        }
    }

    /** Whether this user may end a case that this organisation leads. */
    static boolean maySend(User user, String leadOrganisation) {
        return user.administrator() || !Collections.disjoint(user.groups(), senders(leadOrganisation));
    }

    /** 403 for who may not. */
    static void requireSender(User user, String leadOrganisation) {
        if (!maySend(user, leadOrganisation)) {
            throw ProblemException.forbidden(
                    "Chỉ chuyên viên hoặc lãnh đạo đơn vị chủ trì được thực hiện thao tác này.");
        }
    }

    static ProblemException notWaiting(String caseCode) {
        return ProblemException.conflict("Hồ sơ %s không ở bước nhận thao tác này.".formatted(caseCode));
    }
}
