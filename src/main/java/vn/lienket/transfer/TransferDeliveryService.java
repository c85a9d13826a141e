package vn.lienket.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** What is transferred: delivered item by item, accepted or sent back, evaluated at the end. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransferDeliveryService {

    /** The kind of document under which deliveries are kept with their case. */
    public static final String DELIVERY = "delivery";

    private final TransferCases cases;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferDeliveryService(
            TransferCases cases,
            Documents documents,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the delivery of an item in the current round.
     *
     * @param item position in the plan, from 0
     * @param attendees of a training, one a line; may be empty
     */
    public void deliver(String caseCode, int item, String note, String documentId, String attendees) {
        String text = Answers.requiredText("deliveryNote", note);
        String who = Answers.optionalText("deliveryAttendees", attendees);
        TransferCase found = cases.require(caseCode);
        UUID document = Answers.blank(documentId)
                ? null
                : documents
                        .require("deliveryDocumentId", documentId, found.channel())
                        .id();
        if (document != null) {
            documents.attach(caseCode, found.channel(), DELIVERY, document);
        }
        TransferDelivery delivery = new TransferDelivery(
                item, found.delivery().round(), text, document, who, currentUser.actor(), clock.instant());
        found.deliver(delivery);
        cases.save(found);
    }

    /** Gives a training or an expert's visit another date; the people invited are told. Experts of the provider may. */
    public void reschedule(String caseCode, int item, String from, String to, String place) {
        TransferCase found = cases.require(caseCode);
        requireProvider(found);
        if (item < 0 || item >= found.plan().items().size()) {
            throw ProblemException.notFound("Không có nội dung chuyển giao này.");
        }
        LocalDate starts = Answers.date("startsOn", from);
        LocalDate ends = Answers.blank(to) ? null : Answers.date("endsOn", to);
        if (starts.isBefore(LocalDate.now(clock))) {
            throw ProblemException.invalid("startsOn", "Ngày bắt đầu: không được ở quá khứ.");
        }
        if (ends != null && ends.isBefore(starts)) {
            throw ProblemException.invalid("endsOn", "Ngày kết thúc: không được trước ngày bắt đầu.");
        }
        found.reschedule(item, starts, ends, Answers.optionalText("place", place));
        found.invite(List.of(item));
        cases.save(found);
        events.publishEvent(new TransferEvent.Rescheduled(
                found.about(), item, found.plan().items().get(item)));
    }

    /**
     * Takes the requester's word on a round: {@code accept}, or {@code defects} in the named items, which come again while the others
     * are accepted.
     *
     * @param defectiveItems numbers of items as people see them, from 1
     * @return whether the transfer is complete
     */
    public boolean accept(String caseCode, String decision, String comment, List<String> defectiveItems) {
        String chosen = Answers.choice("acceptanceDecision", decision, List.of("accept", "defects"));
        boolean defects = chosen.equals("defects");
        String text = defects
                ? Answers.requiredText("acceptanceComment", comment)
                : Answers.optionalText("acceptanceComment", comment);
        TransferCase found = cases.require(caseCode);
        Set<Integer> defective = defects ? defective(found, defectiveItems) : Set.of();
        TransferAcceptance acceptance = found.acceptDelivery(defective, text, currentUser.actor(), clock.instant());
        cases.save(found);
        if (acceptance.positive()) {
            events.publishEvent(new TransferEvent.Accepted(found.about(), acceptance.round(), found.handedOver()));
        } else {
            events.publishEvent(new TransferEvent.DefectsFound(
                    found.about(),
                    acceptance,
                    acceptance.defects().stream()
                            .map(item -> "%d. %s"
                                    .formatted(
                                            item + 1,
                                            found.plan().items().get(item).title()))
                            .toList(),
                    found.handedOver()));
        }
        return acceptance.positive();
    }

    /** Takes the requester's evaluation, 1 to 5; the case ends in status 10. */
    public void evaluate(String caseCode, Object score, String comment) {
        int points = (int) Answers.wholeNumber("score", score, 1, TransferEvaluation.MAX_SCORE);
        String text = Answers.optionalText("evaluationComment", comment);
        TransferCase found = cases.require(caseCode);
        found.evaluate(points, text, LocalDate.now(clock));
        cases.save(found);
        events.publishEvent(new TransferEvent.Evaluated(found.about(), found.evaluation()));
    }

    private static Set<Integer> defective(TransferCase found, List<String> numbers) {
        Set<Integer> positions = new TreeSet<>();
        for (String number : numbers == null ? List.<String>of() : numbers) {
            positions.add((int) Answers.wholeNumber(
                            "defectiveItems", number, 1, found.plan().items().size())
                    - 1);
        }
        if (positions.isEmpty() || !found.plan().toDeliver().containsAll(positions)) {
            throw ProblemException.invalid(
                    "defectiveItems", "Nội dung chưa đạt: hãy chọn trong các nội dung của lần nghiệm thu này.");
        }
        return positions;
    }

    private void requireProvider(TransferCase found) {
        User user = currentUser.require();
        if (!user.administrator() && !user.has(found.providingOrganisation(), Role.EXPERT)) {
            throw ProblemException.forbidden("Chỉ chuyên gia của bên cung cấp được đổi lịch.");
        }
    }
}
