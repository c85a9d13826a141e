package vn.lienket.consulting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lienket.consulting.Applicant;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.enterprise.EnterpriseInput;
import vn.lienket.page.Wording;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;

/** The page on which an enterprise supplements its case: its fields as texts, and how they are read. */
final class SupplementForm {

    static final String NOTE = "supplementNote";

    private static final List<String> TEXTS = List.of(
            "enterpriseName", "sector", "contactName", "contactEmail", "contactPhone", "need", "needCategory", NOTE);
    private static final List<String> NUMBERS = List.of("employees", "revenue", "capital");
    private static final List<String> FLAGS = List.of("womenOwned", "socialEnterprise");

    /** People group the digits of long figures; anything else is left to be refused. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

    private SupplementForm() {}

    /** What the page shows first; a flag that is not set is not there. */
    static Map<String, String> prefilled(ConsultingCase found) {
        Applicant applicant = found.applicant();
        Map<String, String> texts = new HashMap<>();
        texts.put("enterpriseName", applicant.name());
        texts.put("sector", applicant.sector());
        texts.put("employees", Wording.VIETNAMESE.number(applicant.employees()));
        texts.put("revenue", Wording.VIETNAMESE.number(applicant.revenue()));
        texts.put("capital", Wording.VIETNAMESE.number(applicant.capital()));
        texts.put("contactName", applicant.contactName());
        texts.put("contactEmail", applicant.contactEmail());
        texts.put("contactPhone", applicant.contactPhone());
        texts.put("need", found.need());
        texts.put("needCategory", found.needCategory());
        if (applicant.womenOwned()) {
            texts.put("womenOwned", "true");
        }
        if (applicant.socialEnterprise()) {
            texts.put("socialEnterprise", "true");
        }
        return texts;
    }

    /** The fields of the task, and no others; 400 that names every wrong one. */
    static Map<String, Object> read(Map<String, String> sent, String taxCode) {
        Map<String, Object> fields = new HashMap<>();
        TEXTS.forEach(name -> fields.put(name, Answers.stripped(sent.get(name))));
        NUMBERS.forEach(name -> fields.put(name, ungrouped(Answers.stripped(sent.get(name)))));
        FLAGS.forEach(name -> fields.put(name, sent.containsKey(name)));
        fields.put("taxCode", taxCode);
        FieldProblems problems = new FieldProblems();
        new EnterpriseInput(fields).check(problems);
        problems.check(given(fields, "need"), "need", "Nhu cầu tư vấn: không được để trống.")
                .check(given(fields, NOTE), NOTE, "Nội dung bổ sung: không được để trống.")
                .throwIfAny();
        return fields;
    }

    private static boolean given(Map<String, Object> fields, String name) {
        return !Objects.toString(fields.get(name)).isEmpty();
    }

    private static String ungrouped(String number) {
        return GROUPED.matcher(number).matches() ? number.replace(".", "") : number;
    }
}
