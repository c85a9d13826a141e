package vn.lienket.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people fill in for an activity. */
public final class ActivityFields {

    private ActivityFields() {}

    /** Of the agreement with this code, which runs from December 2026 on; led by Bình Dương, three items. */
    public static Map<String, Object> start(String agreement) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("agreementCode", agreement);
        fields.put("cooperationField", "ioc");
        fields.put("title", "Chia sẻ kinh nghiệm vận hành IOC");
        fields.put("leadOrganisation", "binhduong");
        fields.put("partnerOrganisation", "tayninh");
        fields.put("startDate", "2026-12-01");
        fields.put("endDate", "2027-06-30");
        fields.put("indicatorName", "Số kịch bản giám sát được chia sẻ");
        fields.put("indicatorUnit", "kịch bản");
        fields.put("indicatorTarget", "12");
        fields.put("workItems", items());
        return fields;
    }

    /** An item of Bình Dương's officer, one of Tây Ninh's expert, one of Tây Ninh's clerk. */
    public static List<Map<String, Object>> items() {
        return List.of(
                item("Chuẩn bị tài liệu vận hành IOC", "binhduong", "officer", 10),
                item("Khảo sát hệ thống giám sát hiện có", "tayninh", "expert", 15),
                item("Gửi biên bản khảo sát", "tayninh", "clerk", 5));
    }

    public static Map<String, Object> item(String title, String organisation, String role, Object days) {
        return Map.of("title", title, "organisation", organisation, "role", role, "dueInWorkingDays", days);
    }
}
