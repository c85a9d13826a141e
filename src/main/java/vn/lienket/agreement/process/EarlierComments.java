package vn.lienket.agreement.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseVariables;

/** The comments of all rounds as one short Markdown text for the forms, newest first; a variable holds 4,000 characters. */
final class EarlierComments {

    private static final int MAX = 3900;

    private EarlierComments() {}

    static void show(DelegateExecution execution, AgreementService agreements) {
        execution.setVariable(
                AgreementModel.EARLIER_COMMENTS,
                of(agreements.find(CaseVariables.codeOf(execution)).orElseThrow()));
    }

    static String of(Agreement agreement) {
        String text = agreement.opinions().stream()
                .filter(opinion -> opinion.comment() != null)
                .sorted((a, b) -> b.givenAt().compareTo(a.givenAt()))
                .map(opinion -> "- %s, phiên bản %d, %s: %s"
                        .formatted(
                                opinion.stage().label(),
                                opinion.version(),
                                agreement.partyName(opinion.party()),
                                opinion.comment().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= MAX ? text : text.substring(0, MAX) + " …";
    }
}
