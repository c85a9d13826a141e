package vn.lienket.agreement;

import java.util.Arrays;
import java.util.Optional;

/** The kind of document, by its abbreviation in Nghị định 30/2020/NĐ-CP. */
public enum AgreementType {
    BTT("Thỏa thuận hợp tác"),
    BGN("Bản ghi nhớ");

    private final String label;

    AgreementType(String label) {
        this.label = label;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    static Optional<AgreementType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
    }
}
