package vn.lienket.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.Redaction;
import vn.lienket.privacy.StoredDatum;
import vn.lienket.privacy.StoredTexts;

/**
 * What the engine remembers of an enterprise's contact: the variables of its cases, and texts about them, down to what a mail server
 * said of an address. By statements, for the engine's API has none that changes its history.
 */
@Component
@Order(4)
@Transactional(propagation = Propagation.MANDATORY)
class EngineContact implements ContactKeeper {

    private static final String PLACE = "Lịch sử quy trình";
    private static final String NAME = "contactName";
    private static final String EMAIL = "contactEmail";
    private static final String PHONE = "contactPhone";
    private static final Map<String, String> LABELS =
            Map.of(NAME, "Người liên hệ", EMAIL, "Thư điện tử liên hệ", PHONE, "Điện thoại liên hệ");

    private static final List<String> VARIABLES = List.of("act_hi_varinst", "act_hi_detail", "act_ru_variable");
    private static final String INSTANCES =
            "(select proc_inst_id_ from act_hi_procinst where business_key_ = any (:cases))";
    private static final String OF_CASES = "proc_inst_id_ in " + INSTANCES;
    private static final String TASKS = "(select id_ from act_hi_taskinst where " + OF_CASES + ")";

    /** The bytes of long texts and of the reasons of failures. */
    private static final String BYTES = """
            id_ in (
                select bytearray_id_ from act_hi_varinst where %1$s
                union select bytearray_id_ from act_hi_detail where %1$s
                union select bytearray_id_ from act_ru_variable where %1$s
                union select job_exception_stack_id_ from act_hi_job_log where %2$s
                union select exception_stack_id_ from act_ru_job where %2$s)""".formatted(OF_CASES, "process_instance_id_ in " + INSTANCES);

    private record Texts(String table, List<String> columns, String condition) {}

    private static final List<Texts> TEXTS = List.of(
            new Texts("act_hi_varinst", List.of("text_", "text2_"), OF_CASES),
            new Texts("act_hi_detail", List.of("text_", "text2_"), OF_CASES),
            new Texts("act_ru_variable", List.of("text_", "text2_"), OF_CASES),
            new Texts("act_hi_comment", List.of("message_", "full_msg_"), OF_CASES + " or task_id_ in " + TASKS),
            new Texts(
                    "act_hi_attachment",
                    List.of("name_", "description_", "url_"),
                    OF_CASES + " or task_id_ in " + TASKS),
            new Texts("act_hi_taskinst", List.of("name_", "description_", "delete_reason_"), OF_CASES),
            new Texts("act_hi_procinst", List.of("delete_reason_"), OF_CASES),
            new Texts("act_hi_op_log", List.of("org_value_", "new_value_", "annotation_"), OF_CASES),
            new Texts("act_hi_incident", List.of("incident_msg_", "annotation_"), OF_CASES),
            new Texts("act_ru_incident", List.of("incident_msg_", "annotation_"), OF_CASES),
            new Texts("act_hi_job_log", List.of("job_exception_msg_"), "process_instance_id_ in " + INSTANCES),
            new Texts("act_ru_job", List.of("exception_msg_"), "process_instance_id_ in " + INSTANCES),
            new Texts("act_ge_bytearray", List.of("bytes_"), BYTES));

    private final StoredTexts texts;
    private final JdbcClient jdbc;

    EngineContact(StoredTexts texts, JdbcClient jdbc) {
        this.texts = texts;
        this.jdbc = jdbc;
    }

    private record Value(String table, String name, String caseCode, String text) {}

    @Override
    public Contact addTo(Contact known) {
        Contact contact = known;
        for (Value value : values(known)) {
            contact = switch (value.name()) {
                case NAME -> contact.with(value.text(), null, null);
                case EMAIL -> contact.with(null, value.text(), null);
                default -> contact.with(null, null, value.text());
            };
        }
        return contact;
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        List<StoredDatum> found = new ArrayList<>();
        values(contact)
                .forEach(value -> found.add(new StoredDatum(
                        PLACE, value.table(), value.caseCode(), null, LABELS.get(value.name()), value.text())));
        Redaction redaction = contact.redaction();
        for (Texts each : TEXTS) {
            texts.find(redaction, rows(each, contact))
                    .forEach(text -> found.add(new StoredDatum(
                            PLACE, each.table(), text.reference(), null, "Nội dung có nhắc đến", text.text())));
        }
        return found;
    }

    @Override
    public int erase(Contact contact) {
        int erased = 0;
        for (String table : VARIABLES) {
            erased += jdbc.sql("update %s set text_ = null where text_ is not null and name_ = any (:names) and %s"
                            .formatted(table, OF_CASES))
                    .param("names", LABELS.keySet().toArray(String[]::new))
                    .param("cases", contact.cases().toArray(String[]::new))
                    .update();
        }
        Redaction redaction = contact.redaction();
        for (Texts each : TEXTS) {
            erased += texts.redact(redaction, rows(each, contact));
        }
        return erased;
    }

    private List<Value> values(Contact contact) {
        List<Value> values = new ArrayList<>();
        for (String table : VARIABLES) {
            values.addAll(jdbc.sql("""
                            select distinct v.name_, p.business_key_, v.text_ from %s v
                            join act_hi_procinst p on p.proc_inst_id_ = v.proc_inst_id_
                            where v.name_ = any (:names) and v.text_ is not null and p.business_key_ = any (:cases)
                            order by 2, 1, 3""".formatted(table))
                    .param("names", LABELS.keySet().toArray(String[]::new))
                    .param("cases", contact.cases().toArray(String[]::new))
                    .query((row, number) -> new Value(table, row.getString(1), row.getString(2), row.getString(3)))
                    .list());
        }
        return values;
    }

    private static StoredTexts.Rows rows(Texts texts, Contact contact) {
        return new StoredTexts.Rows(
                texts.table(),
                texts.columns(),
                "id_",
                texts.condition(),
                Map.of("cases", contact.cases().toArray(String[]::new)));
    }
}
