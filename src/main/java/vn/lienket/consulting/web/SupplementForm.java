package vn.lienket.consulting.web;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.util.ReflectionUtils;
import vn.lienket.consulting.Applicant;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.enterprise.EnterpriseInput;
import vn.lienket.page.Wording;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;

/** The page on which an enterprise supplements its case: its fields as texts, and how they are read. */
final class SupplementForm {

    static final String NOTE = "supplementNote";

    private static final RecordComponent[] FIELDS = Applicant.class.getRecordComponents();

    /** People group the digits of long figures; anything else is left to be refused. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

    private SupplementForm() {}

    /** What the page shows first; a flag that is not set is not there. */
    static Map<String, String> prefilled(ConsultingCase found) {
        Map<String, String> texts = new HashMap<>();
        for (RecordComponent field : FIELDS) {
            Object value = ReflectionUtils.invokeMethod(field.getAccessor(), found.applicant());
            if (value instanceof Number number) {
                texts.put(field.getName(), Wording.VIETNAMESE.number(number));
            } else if (value instanceof String || Boolean.TRUE.equals(value)) {
                texts.put(field.getName(), value.toString());
            }
        }
        texts.put("need", found.need());
        texts.put("needCategory", found.needCategory());
        return texts;
    }

    /** The fields of the task, and no others; 400 that names every wrong one. */
    static Map<String, Object> read(Map<String, String> sent, String taxCode) {
        Map<String, Object> fields = new HashMap<>();
        for (RecordComponent field : FIELDS) {
            String name = field.getName();
            fields.put(name, field.getType() == boolean.class ? sent.containsKey(name) : text(sent, field));
        }
        List.of("need", "needCategory", NOTE).forEach(name -> fields.put(name, Answers.stripped(sent.get(name))));
        fields.put("taxCode", taxCode);
        FieldProblems problems = new FieldProblems();
        new EnterpriseInput(fields).check(problems);
        problems.check(given(fields, "need"), "need", "Nhu cầu tư vấn: không được để trống.")
                .check(given(fields, NOTE), NOTE, "Nội dung bổ sung: không được để trống.")
                .throwIfAny();
        return fields;
    }

    private static String text(Map<String, String> sent, RecordComponent field) {
        String text = Answers.stripped(sent.get(field.getName()));
        return field.getType() == String.class ? text : ungrouped(text);
    }

    private static boolean given(Map<String, Object> fields, String name) {
        return !Objects.toString(fields.get(name)).isEmpty();
    }

    private static String ungrouped(String number) {
        return GROUPED.matcher(number).matches() ? number.replace(".", "") : number;
    }
}
