package vn.lienket.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lienket.maturity.MaturityFramework;
import vn.lienket.maturity.Question;
import vn.lienket.maturity.ShippedFramework;

/** What people fill in along a consulting case, as the forms and the API send it. */
public final class ConsultingFields {

    /** Where the mails to the enterprise go. */
    public static final String ENTERPRISE_EMAIL = "hoa@thuanan.example";

    public static final MaturityFramework FRAMEWORK = ShippedFramework.get();

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConsultingFields() {}

    /** The start fields of a new small enterprise, women-owned, with a tax code of its own. */
    public static Map<String, Object> start() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("taxCode", TaxCodes.next());
        fields.put("enterpriseName", "Công ty TNHH Cơ khí Thuận An");
        fields.put("sector", "industry-construction");
        fields.put("employees", 45);
        fields.put("revenue", 30_000_000_000L);
        fields.put("capital", 12_000_000_000L);
        fields.put("womenOwned", true);
        fields.put("contactName", "Nguyễn Thị Hoa");
        fields.put("contactEmail", ENTERPRISE_EMAIL);
        fields.put("contactPhone", "0912345678");
        fields.put("need", "Quản lý sản xuất, kho và bán hàng trên một phần mềm");
        fields.put("channel", "binhduong-qtsc");
        return fields;
    }

    /** The fields of an assessment in which every question has this answer. */
    public static Map<String, Object> assessment(int answer) {
        return Map.of("frameworkVersion", FRAMEWORK.version(), "answers", answers(answer));
    }

    /** Every question with this answer, as JSON. */
    public static String answers(int answer) {
        return json(FRAMEWORK.questions().collect(Collectors.toMap(Question::id, question -> answer)));
    }

    /** A step of a roadmap, due in 20 working days. */
    public static Map<String, Object> step(String title, String supportKind, long cost) {
        return Map.of(
                "title",
                title,
                "pillar",
                FRAMEWORK.pillars().get(0).id(),
                "solution",
                "Thuê dịch vụ",
                "cost",
                cost,
                "dueInWorkingDays",
                20,
                "supportKind",
                supportKind);
    }

    /** Software for 80 million, advice for 150 million, and a step that asks for no support. */
    public static List<Map<String, Object>> steps() {
        return List.of(
                step("Thuê phần mềm quản lý kho", "dx-solution", 80_000_000),
                step("Tư vấn chiến lược", "dx-consulting", 150_000_000),
                step("Đào tạo nội bộ", "none", 5_000_000));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
