package vn.lienket.notification.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.notification.DigestProperties;
import vn.lienket.notification.MailChoices;
import vn.lienket.notification.MailDelivery;
import vn.lienket.notification.MailKind;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The choices of the signed-in user; nobody has anything to do with another's. */
@Component
class OwnMailChoices {

    private final MailChoices choices;
    private final DigestProperties digest;
    private final Parties parties;
    private final CurrentUser currentUser;

    OwnMailChoices(MailChoices choices, DigestProperties digest, Parties parties, CurrentUser currentUser) {
        this.choices = choices;
        this.digest = digest;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    MailChoiceView show() {
        String person = currentUser.require().id();
        MailChoices.Chosen chosen = choices.of(List.of(person));
        return new MailChoiceView(
                Arrays.stream(MailKind.values())
                        .map(kind -> new MailChoiceView.Item(
                                kind.code(),
                                kind.label(),
                                kind.about(),
                                chosen.of(person, kind).code(),
                                kind.choices().stream()
                                        .sorted()
                                        .map(delivery -> new MailChoiceView.Choice(delivery.code(), delivery.label()))
                                        .toList(),
                                kind.fixed()))
                        .toList(),
                digest.at(),
                isTold(person));
    }

    /**
     * Keeps what is wanted, all or nothing; 400 names each kind that there is not and each answer that it does not have, 403 for who
     * gets no mails.
     */
    void choose(Map<String, String> wanted) {
        String person = currentUser.require().id();
        if (!isTold(person)) {
            throw ProblemException.forbidden("Tài khoản này không có trong danh bạ nên không nhận thư về công việc.");
        }
        if (wanted == null) {
            throw ProblemException.invalid("choices", "Thư muốn nhận (choices): không được để trống.");
        }
        Map<MailKind, MailDelivery> chosen = new EnumMap<>(MailKind.class);
        FieldProblems problems = new FieldProblems();
        wanted.forEach((kind, delivery) -> problems.read(() -> chosen.put(kind(kind), delivery(kind(kind), delivery))));
        problems.throwIfAny();
        if (!chosen.isEmpty()) {
            choices.choose(person, chosen);
        }
    }

    private boolean isTold(String person) {
        return parties.person(person).filter(Person::active).isPresent();
    }

    private static MailKind kind(String code) {
        return MailKind.of(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "choices",
                        "Loại thư: hãy chọn một trong %s."
                                .formatted(Answers.codes(
                                        Arrays.stream(MailKind.values())
                                                .filter(kind -> !kind.choices().isEmpty())
                                                .toList(),
                                        MailKind::code,
                                        MailKind::label))));
    }

    private static MailDelivery delivery(MailKind kind, String code) {
        return MailDelivery.of(code)
                .filter(kind.choices()::contains)
                .orElseThrow(() -> ProblemException.invalid("choices", refusal(kind)));
    }

    private static String refusal(MailKind kind) {
        String possible = kind.choices().isEmpty()
                ? ""
                : " Hãy chọn một trong %s."
                        .formatted(Answers.codes(kind.choices(), MailDelivery::code, MailDelivery::label));
        return "%s: không có lựa chọn này.%s%s"
                .formatted(kind.label(), kind.fixed() == null ? "" : " " + kind.fixed(), possible);
    }
}
