package vn.lienket.enterprise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.Redaction;
import vn.lienket.privacy.StoredDatum;

/** What the registry, its history and the refused rows of its imports hold of an enterprise's contact. */
@Component
@Order(2)
@Transactional(propagation = Propagation.MANDATORY)
class RegistryContact implements ContactKeeper {

    private static final List<EnterpriseField> FIELDS =
            List.of(EnterpriseField.CONTACT_NAME, EnterpriseField.CONTACT_EMAIL, EnterpriseField.CONTACT_PHONE);
    private static final String SOURCE = "erasure";
    private static final String REFUSED = """
            field = any (:fields) and (
                lower(value) = any (:names)
                or exists (select from unnest(:emails::text[]) e where position(e in lower(value)) > 0)
                or exists (select from unnest(:digits::text[]) d
                    where position(d in regexp_replace(value, '[^0-9]', '', 'g')) > 0))""";

    private final Enterprises enterprises;
    private final JdbcClient jdbc;

    RegistryContact(Enterprises enterprises, JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.jdbc = jdbc;
    }

    @Override
    public void hold(String taxCode) {
        enterprises.lock(taxCode);
    }

    @Override
    public Contact addTo(Contact known) {
        Contact contact = known;
        for (EnterpriseChange change : enterprises.history(known.taxCode())) {
            for (EnterpriseChange.FieldChange field : change.changes()) {
                contact = with(contact, field.field(), field.from());
                contact = with(contact, field.field(), field.to());
            }
        }
        return contact;
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        List<StoredDatum> found = new ArrayList<>();
        enterprises.history(contact.taxCode()).stream()
                .sorted((one, other) -> Integer.compare(one.revision(), other.revision()))
                .forEach(change -> change.changes().stream()
                        .filter(field -> isContact(field.field()))
                        .flatMap(field -> Stream.of(field.from(), field.to())
                                .filter(value -> value != null && !value.equals(Redaction.MARK))
                                .map(value -> new StoredDatum(
                                        "Lịch sử sổ đăng ký",
                                        "lienket.enterprise_change",
                                        "lần sửa " + change.revision(),
                                        change.changedAt(),
                                        field.label(),
                                        value.toString())))
                        .forEach(found::add));
        Optional<Enterprise> current = enterprises.find(contact.taxCode());
        current.ifPresent(enterprise -> FIELDS.stream()
                .filter(field -> field.of(enterprise) != null)
                .map(field -> new StoredDatum(
                        "Sổ đăng ký doanh nghiệp",
                        "lienket.enterprise",
                        enterprise.taxCode(),
                        null,
                        field.label(),
                        field.of(enterprise).toString()))
                .forEach(found::add));
        found.addAll(refused(contact));
        return found;
    }

    @Override
    public int erase(Contact contact) {
        return eraseCurrent(contact.taxCode()) + eraseHistory(contact.taxCode()) + eraseRefused(contact);
    }

    /** The next revision, so that the history tells that there was a contact until now. */
    private int eraseCurrent(String taxCode) {
        Optional<Enterprise> known = enterprises
                .find(taxCode)
                .filter(enterprise -> FIELDS.stream().anyMatch(field -> field.of(enterprise) != null));
        known.ifPresent(enterprise -> enterprises.save(enterprise.withoutContact(), SOURCE));
        return known.isPresent() ? 1 : 0;
    }

    private int eraseHistory(String taxCode) {
        return jdbc.sql("""
                        with erased as (
                            select c.revision, jsonb_object_agg(f.field, case when f.field = any (:fields) then (
                                select jsonb_agg(case when e.value = 'null' then 'null' else to_jsonb(:mark::text) end order by e.n)
                                from jsonb_array_elements(f.pair) with ordinality e (value, n)) else f.pair end) changes
                            from lienket.enterprise_change c, jsonb_each(c.changes) f (field, pair)
                            where c.tax_code = :taxCode
                            group by c.revision)
                        update lienket.enterprise_change c set changes = e.changes
                        from erased e
                        where c.tax_code = :taxCode and c.revision = e.revision and c.changes <> e.changes""")
                .param("fields", FIELDS.stream().map(EnterpriseField::id).toArray(String[]::new))
                .param("mark", Redaction.MARK)
                .param("taxCode", taxCode)
                .update();
    }

    private List<StoredDatum> refused(Contact contact) {
        return with(contact, "select * from lienket.enterprise_import_refusal where " + REFUSED)
                .query((row, number) -> new StoredDatum(
                        "Dòng bị từ chối khi nhập sổ đăng ký",
                        "lienket.enterprise_import_refusal",
                        "lần nhập %s, dòng %d".formatted(row.getString("import_id"), row.getInt("line")),
                        null,
                        EnterpriseField.named(row.getString("field"))
                                .orElseThrow()
                                .label(),
                        row.getString("value")))
                .list();
    }

    private int eraseRefused(Contact contact) {
        return with(contact, "update lienket.enterprise_import_refusal set value = null where " + REFUSED)
                .update();
    }

    private JdbcClient.StatementSpec with(Contact contact, String sql) {
        return jdbc.sql(sql)
                .param("fields", FIELDS.stream().map(EnterpriseField::id).toArray(String[]::new))
                .param("names", lowerCase(contact.names()))
                .param("emails", lowerCase(contact.emails()))
                .param(
                        "digits",
                        contact.phones().stream()
                                .map(phone -> phone.replaceAll("\\D", ""))
                                .filter(digits -> !digits.isEmpty())
                                .flatMap(digits -> Stream.of(digits, digits.replaceFirst("^0", "84")))
                                .toArray(String[]::new));
    }

    private static String[] lowerCase(Collection<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    /** The history begins with what an enterprise arrived with, so it knows the current contact too. */
    private static Contact with(Contact contact, String field, Object value) {
        if (value == null || value.equals(Redaction.MARK)) {
            return contact;
        }
        String text = value.toString();
        return switch (EnterpriseField.named(field).orElseThrow()) {
            case CONTACT_NAME -> contact.with(text, null, null);
            case CONTACT_EMAIL -> contact.with(null, text, null);
            case CONTACT_PHONE -> contact.with(null, null, text);
            default -> contact;
        };
    }

    private static boolean isContact(String field) {
        return EnterpriseField.named(field).filter(FIELDS::contains).isPresent();
    }
}
