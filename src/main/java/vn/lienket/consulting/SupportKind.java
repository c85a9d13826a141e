package vn.lienket.consulting;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of support a step of a roadmap may ask for, Nghị định 80/2021/NĐ-CP. */
public enum SupportKind {
    DX_CONSULTING("dx-consulting", "Hợp đồng tư vấn chuyển đổi số"),
    DX_SOLUTION("dx-solution", "Thuê, mua giải pháp chuyển đổi số"),
    NETWORK_CONSULTING("network-consulting", "Tư vấn qua mạng lưới tư vấn viên"),
    NONE("none", "Không đề nghị hỗ trợ");

    private final String code;
    private final String label;

    SupportKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As the form, the API and the decision table call it. */
    public String code() {
        return code;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The kind with this code. */
    public static Optional<SupportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
