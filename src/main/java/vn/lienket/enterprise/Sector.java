package vn.lienket.enterprise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The sectors by which Nghị định 80/2021/NĐ-CP, Điều 5 tells sizes apart. */
public enum Sector {
    AGRICULTURE("agriculture", "Nông nghiệp, lâm nghiệp, thủy sản"),
    INDUSTRY_CONSTRUCTION("industry-construction", "Công nghiệp và xây dựng"),
    TRADE_SERVICES("trade-services", "Thương mại và dịch vụ");

    private final String id;
    private final String label;

    Sector(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The id in the API, in files and in decisions, e.g. {@code trade-services}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    public static Optional<Sector> of(String id) {
        return Arrays.stream(values()).filter(sector -> sector.id.equals(id)).findFirst();
    }
}
