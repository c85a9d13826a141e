package vn.lienket.assignment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.DirectoryApplied;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.party.Succession;
import vn.lienket.party.Successions;

/** Passes the open work of organisations that have ended on to those that have taken over. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SuccessionService {

    /** A slice takes well under a second, so that whoever completes one of its tasks hardly waits. */
    static final int SLICE = 500;

    private final Successions successions;
    private final InheritedWork work;
    private final Parties parties;
    private final Notifications notifications;
    private final Recipients recipients;
    private final ApplicationEventPublisher events;

    SuccessionService(
            Successions successions,
            InheritedWork work,
            Parties parties,
            Notifications notifications,
            Recipients recipients,
            ApplicationEventPublisher events) {
        this.successions = successions;
        this.work = work;
        this.parties = parties;
        this.notifications = notifications;
        this.recipients = recipients;
        this.events = events;
    }

    /** Lets take over whose day has come, and has passed on what is left, such as a task that began while its organisation ended. */
    public void watch() {
        successions.takeEffect();
        beginWhereWorkIsLeft();
    }

    /** At every start. */
    @EventListener
    void on(DirectoryApplied applied) {
        beginWhereWorkIsLeft();
    }

    private void beginWhereWorkIsLeft() {
        parties.successions().stream()
                .map(Succession::predecessor)
                .filter(work::isLeft)
                .forEach(predecessor -> events.publishEvent(new WorkInherited(predecessor)));
    }

    /** Passes on the next slice; whether more is left. */
    public boolean passNext(String predecessor) {
        int passed = work.pass(predecessor, parties.actingFor(predecessor), SLICE);
        boolean left = work.isLeft(predecessor);
        if (left && passed == 0) {
            throw new IllegalStateException("The tasks left of " + predecessor + " are all being worked on");
        }
        return left;
    }

    /** All is passed: the successor is told, once. */
    public void finish(String predecessor) {
        Succession succession = parties.successions().stream()
                .filter(each -> each.predecessor().equals(predecessor))
                .findFirst()
                .orElseThrow();
        Organisation ended = parties.organisation(predecessor).orElseThrow();
        String acting = parties.actingFor(predecessor);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Đơn vị đã kết thúc", ended.name());
        rows.put("Đơn vị tiếp nhận", parties.organisationName(acting));
        rows.put("Từ ngày", Wording.VIETNAMESE.day(succession.since()));
        rows.put("Việc đang mở đã chuyển", Wording.VIETNAMESE.number(work.passed(predecessor)));
        notifications.send(Notice.caseOutcome(
                "succession:" + predecessor,
                null,
                recipients.office(acting, Role.LEADER, Role.MANAGER),
                "Đã tiếp nhận công việc của " + ended.shortName(),
                "Công việc đang mở, các nhóm xử lý, kênh hợp tác và sổ số văn bản đã chuyển sang đơn vị tiếp nhận; văn bản đã ký giữ tên cũ.",
                rows,
                null));
    }
}
