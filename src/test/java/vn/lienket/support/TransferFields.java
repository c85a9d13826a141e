package vn.lienket.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people fill in along a transfer request, as the forms and the API send it. */
public final class TransferFields {

    /** The clauses without which no contract is approved, all but the two optional ones of Điều 23. */
    private static final List<String> MANDATORY = List.of(
            "technology",
            "object",
            "rights",
            "method",
            "duties",
            "price",
            "term",
            "plan",
            "warranty",
            "penalties",
            "liability",
            "disputes");

    private TransferFields() {}

    /** Tây Ninh asks Bình Dương for the software of its operations centre, of which one expert there knows. */
    public static Map<String, Object> start() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("requestingOrganisation", "tayninh");
        fields.put("channel", "binhduong-tayninh");
        fields.put("category", "ioc");
        fields.put("title", "Phần mềm trung tâm điều hành thông minh");
        fields.put("needDescription", "Theo dõi phản ánh, giao thông và y tế trên một màn hình");
        fields.put("neededBy", "2028-06-30");
        fields.put("usesStateBudget", false);
        return fields;
    }

    /** Bình Dương asks QTSC for data and AI, which two experts there know. */
    public static Map<String, Object> startWithTwoExperts() {
        Map<String, Object> fields = start();
        fields.put("requestingOrganisation", "binhduong");
        fields.put("channel", "binhduong-qtsc");
        fields.put("category", "data-and-ai");
        return fields;
    }

    /** One item of each kind, as JSON. */
    public static String items() {
        return ConsultingFields.json(List.of(
                Map.of("kind", "document", "title", "Hướng dẫn vận hành", "dueInWorkingDays", 10),
                Map.of(
                        "kind",
                        "training",
                        "title",
                        "Đào tạo quản trị viên",
                        "dueInWorkingDays",
                        20,
                        "startsOn",
                        "2028-03-01",
                        "place",
                        "Tây Ninh",
                        "people",
                        25),
                Map.of(
                        "kind",
                        "expert",
                        "title",
                        "Chuyên gia hỗ trợ tại chỗ",
                        "dueInWorkingDays",
                        30,
                        "person",
                        "Trần Văn Bình",
                        "startsOn",
                        "2028-03-06",
                        "endsOn",
                        "2028-03-10"),
                Map.of(
                        "kind",
                        "configuration",
                        "title",
                        "Cấu hình bảng điều khiển",
                        "dueInWorkingDays",
                        30,
                        "systemName",
                        "IOC Tây Ninh",
                        "acceptanceTest",
                        "Hiển thị 12 chỉ số"),
                Map.of(
                        "kind",
                        "software",
                        "title",
                        "Phần mềm IOC",
                        "dueInWorkingDays",
                        40,
                        "softwareName",
                        "BD-IOC",
                        "softwareVersion",
                        "3.2",
                        "licence",
                        "Nội bộ",
                        "sourceDelivered",
                        true)));
    }

    /** The text of every mandatory clause but these, as JSON. */
    public static String clausesWithout(String... missing) {
        return ConsultingFields.json(MANDATORY.stream()
                .filter(clause -> Stream.of(missing).noneMatch(clause::equals))
                .collect(Collectors.toMap(clause -> clause, clause -> "Nội dung điều khoản " + clause)));
    }
}
