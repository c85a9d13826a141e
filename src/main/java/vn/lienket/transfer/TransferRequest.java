package vn.lienket.transfer;

import java.time.LocalDate;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;

/**
 * The start fields of a transfer request, unchecked, as a form or the API sends them; dates {@code yyyy-MM-dd}, flags {@code true} or
 * {@code false} as such or as a word, null where nothing was said. Its components are the fields: the API reads it, and the process takes it, as it is.
 */
public record TransferRequest(
        String requestingOrganisation,
        String channel,
        String category,
        String title,
        String needDescription,
        String neededBy,
        Object usesStateBudget,
        Object foreignParty,
        Object existingCertificate,
        String attachmentDocumentId) {

    /** What has been said, and for the rest what was known; the document is only what has been said. */
    TransferRequest over(TransferTerms known) {
        TransferNeed need = known.need();
        return new TransferRequest(
                known.requestingOrganisation(),
                known.channel(),
                or(category, need.category()),
                or(title, known.title()),
                or(needDescription, need.needDescription()),
                or(neededBy, need.neededBy()),
                or(usesStateBudget, need.usesStateBudget()),
                or(foreignParty, need.foreignParty()),
                or(existingCertificate, need.existingCertificate()),
                attachmentDocumentId);
    }

    /** The title of so many characters at most; null if it is wrong, which is noted. */
    String checkTitle(FieldProblems problems, long most) {
        return problems.read(() -> Answers.requiredLine("title", "Tên yêu cầu", title, most));
    }

    /**
     * What is asked for, without the document; throws what is wrong together with what the caller has noted.
     *
     * @param field code of the field of cooperation, which the caller has checked
     */
    TransferNeed checkNeed(FieldProblems problems, String field, LocalDate today) {
        LocalDate day = problems.read(() -> Answers.date("neededBy", neededBy));
        problems.check(day == null || !day.isBefore(today), "neededBy", "Ngày cần có: không được ở quá khứ.");
        Boolean stateBudget = problems.read(() -> Answers.flag("usesStateBudget", usesStateBudget));
        Boolean foreign = problems.read(() -> Answers.optionalFlag("foreignParty", foreignParty));
        Boolean certificate = problems.read(() -> Answers.optionalFlag("existingCertificate", existingCertificate));
        String description = problems.read(() -> Answers.requiredText("needDescription", needDescription));
        problems.throwIfAny();
        return new TransferNeed(field, description, day, stateBudget, foreign, certificate, null);
    }

    private static String or(String given, Object known) {
        return Answers.blank(given) ? String.valueOf(known) : given;
    }

    private static Object or(Object given, boolean known) {
        return given == null || given instanceof String text && Answers.blank(text) ? known : given;
    }
}
