package vn.lienket.enterprise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The fields of an enterprise: their names in the API and in files, their columns, and how users call them. */
enum EnterpriseField {
    TAX_CODE("taxCode", "tax_code", "Mã số thuế", true, Enterprise::taxCode),
    NAME("enterpriseName", "name", "Tên doanh nghiệp", true, Enterprise::name),
    SECTOR(
            "sector",
            "sector",
            "Lĩnh vực",
            true,
            enterprise -> enterprise.sector().id()),
    EMPLOYEES("employees", "employees", "Số lao động", true, Enterprise::employees),
    REVENUE("revenue", "revenue", "Doanh thu", true, Enterprise::revenue),
    CAPITAL("capital", "capital", "Tổng nguồn vốn", true, Enterprise::capital),
    WOMEN_OWNED("womenOwned", "women_owned", "Do phụ nữ làm chủ", true, Enterprise::womenOwned),
    SOCIAL_ENTERPRISE(
            "socialEnterprise", "social_enterprise", "Doanh nghiệp xã hội", false, Enterprise::socialEnterprise),
    VSIC_VERSION("vsicVersion", "vsic_version", "Phiên bản mã ngành", false, Enterprise::vsicVersion),
    VSIC_CODE("vsicCode", "vsic_code", "Mã ngành", false, Enterprise::vsicCode),
    CONTACT_NAME("contactName", "contact_name", "Người liên hệ", false, Enterprise::contactName),
    CONTACT_EMAIL("contactEmail", "contact_email", "Thư điện tử liên hệ", false, Enterprise::contactEmail),
    CONTACT_PHONE("contactPhone", "contact_phone", "Điện thoại liên hệ", false, Enterprise::contactPhone),
    ADDRESS("address", "address", "Địa chỉ", false, Enterprise::address),
    DIGITAL_LEVEL("digitalLevel", "digital_level", "Mức độ số hóa", false, Enterprise::digitalLevel);

    private final String id;
    private final String column;
    private final String label;
    private final boolean required;
    private final Function<Enterprise, Object> value;

    EnterpriseField(String id, String column, String label, boolean required, Function<Enterprise, Object> value) {
        this.id = id;
        this.column = column;
        this.label = label;
        this.required = required;
        this.value = value;
    }

    String id() {
        return id;
    }

    String column() {
        return column;
    }

    String label() {
        return label;
    }

    /** Whether a file must have this column and each row a value in it. */
    boolean required() {
        return required;
    }

    /** The value as the database takes it: text, number, boolean or null. */
    Object of(Enterprise enterprise) {
        return value.apply(enterprise);
    }

    static Optional<EnterpriseField> named(String id) {
        return Arrays.stream(values())
                .filter(field -> field.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
