package vn.lienket.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/** What is stored of an enterprise's contact, over all modules; the caller has checked that the enterprise exists and who asks. */
@Service
public class ContactPrivacy {

    private static final int ATTEMPTS = 3;

    private final List<ContactKeeper> keepers;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ContactPrivacy(
            List<ContactKeeper> keepers,
            JdbcClient jdbc,
            CurrentUser currentUser,
            Clock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.keepers = keepers;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Transactional
    public ContactData data(String taxCode) {
        events.publishEvent(AuditEvent.done(AuditAct.PERSONAL_DATA_EXPORTED).saying(taxCode));
        Contact contact = known(taxCode);
        return new ContactData(
                taxCode,
                clock.instant(),
                sorted(contact.names()),
                sorted(contact.emails()),
                sorted(contact.phones()),
                keepers.stream()
                        .flatMap(keeper -> keeper.find(contact).stream())
                        .toList(),
                erasures(taxCode));
    }

    /**
     * Erases name, addresses and phone numbers of the contact wherever they are stored, or nowhere if that fails. Once more, when there
     * is nothing left, it changes nothing and answers the last erasure.
     *
     * @param reason kept with who did it and when; 400 if it is missing or itself names what is to be erased
     * @throws ProblemException 409 with the code of a case that has not ended
     */
    public ContactErasure erase(String taxCode, String reason) {
        String why = Answers.requiredText("reason", "Lý do xóa", reason);
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> eraseOnce(taxCode, why));
            } catch (ConcurrencyFailureException failure) {
                // the last jobs of a case that has just ended lock some of the many rows that this one locks
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private ContactErasure eraseOnce(String taxCode, String why) {
        keepers.forEach(keeper -> keeper.hold(taxCode));
        Contact contact = known(taxCode);
        if (!contact.openCases().isEmpty()) {
            throw ProblemException.conflict(
                    "Doanh nghiệp %s có hồ sơ %s chưa kết thúc nên chưa xóa được thông tin người liên hệ."
                            .formatted(taxCode, String.join(", ", sorted(contact.openCases()))));
        }
        if (contact.redaction().touches(why)) {
            throw ProblemException.invalid(
                    "reason", "Lý do xóa: không ghi lại tên, địa chỉ thư hay số điện thoại sẽ bị xóa.");
        }
        events.publishEvent(AuditEvent.done(AuditAct.PERSONAL_DATA_ERASED).saying(taxCode));
        int changed = keepers.stream().mapToInt(keeper -> keeper.erase(contact)).sum();
        Optional<ContactErasure> last = erasures(taxCode).stream().findFirst();
        return changed == 0 && last.isPresent() ? last.get() : record(taxCode, why, changed);
    }

    private Contact known(String taxCode) {
        Contact contact = Contact.of(taxCode);
        for (ContactKeeper keeper : keepers) {
            contact = keeper.addTo(contact);
        }
        return contact;
    }

    private ContactErasure record(String taxCode, String reason, int changed) {
        ContactErasure erasure = new ContactErasure(
                taxCode,
                // as the database keeps it, so that the first answer and a later one are the same
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                currentUser.require().id(),
                reason,
                changed);
        jdbc.sql("""
                        insert into lienket.contact_erasure (id, tax_code, erased_by, erased_at, reason, changed)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), taxCode, erasure.erasedBy(), Moments.of(erasure.erasedAt()), reason, changed)
                .update();
        return erasure;
    }

    private List<ContactErasure> erasures(String taxCode) {
        return jdbc.sql("select * from lienket.contact_erasure where tax_code = ? order by erased_at desc, id")
                .param(taxCode)
                .query(ContactPrivacy::map)
                .list();
    }

    private static ContactErasure map(ResultSet row, int number) throws SQLException {
        return new ContactErasure(
                row.getString("tax_code"),
                Moments.in(row, "erased_at"),
                row.getString("erased_by"),
                row.getString("reason"),
                row.getInt("changed"));
    }

    private static List<String> sorted(Collection<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }
}
