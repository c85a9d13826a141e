package vn.lienket.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.Redaction;
import vn.lienket.privacy.StoredDatum;

/**
 * A contact whom somebody has typed into the form of a new case and not sent. What is typed at the tasks of a case goes with the case,
 * and a contact is erased only when all of his have ended.
 */
@Component
@Order(6)
@Transactional(propagation = Propagation.MANDATORY)
class FormDraftContact implements ContactKeeper {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FormDraftContact(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Contact addTo(Contact known) {
        return known;
    }

    /** Of what others are typing only the fields that name the contact. */
    @Override
    public List<StoredDatum> find(Contact contact) {
        Redaction redaction = contact.redaction();
        List<StoredDatum> found = new ArrayList<>();
        jdbc.sql("select * from lienket.form_draft where task_id is null order by saved_at, person, form")
                .query(row -> {
                    for (String text : touched(row.getString("content"), redaction)) {
                        found.add(new StoredDatum(
                                "Bản nháp chưa gửi",
                                "lienket.form_draft",
                                row.getString("person") + " " + row.getString("form"),
                                Moments.in(row, "saved_at"),
                                "Nội dung đang nhập",
                                text));
                    }
                });
        return found;
    }

    private List<String> touched(String content, Redaction redaction) {
        try {
            List<String> texts = new ArrayList<>();
            collect(json.readTree(content), redaction, texts);
            return texts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(JsonNode node, Redaction redaction, List<String> texts) {
        if (node.isTextual() && redaction.touches(node.textValue())) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, redaction, texts));
    }

    /** Whole drafts: a form that is filled in by half with blots helps nobody. */
    @Override
    public int erase(Contact contact) {
        Redaction redaction = contact.redaction();
        return jdbc
                .sql("select person, form, content from lienket.form_draft where task_id is null for update")
                .query((row, number) ->
                        !touched(row.getString("content"), redaction).isEmpty()
                                ? Map.entry(row.getString("person"), row.getString("form"))
                                : null)
                .list()
                .stream()
                .filter(draft -> draft != null)
                .mapToInt(draft -> jdbc.sql("delete from lienket.form_draft where person = ? and form = ?")
                        .params(draft.getKey(), draft.getValue())
                        .update())
                .sum();
    }
}
