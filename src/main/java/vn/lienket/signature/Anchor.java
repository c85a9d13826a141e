package vn.lienket.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Under which root a certificate was issued. */
public enum Anchor {
    /** Of official signatures: Ban Cơ yếu Chính phủ. */
    @JsonProperty("state")
    STATE("gốc chữ ký số chuyên dùng công vụ", "Chữ ký số chuyên dùng công vụ"),
    /** Of companies and people: the national root of public authorities. */
    @JsonProperty("public")
    PUBLIC("gốc chữ ký số công cộng", "Chữ ký số công cộng"),
    /** Of neither. */
    @JsonProperty("unknown")
    UNKNOWN("gốc không được tin cậy", "Chữ ký số thuộc gốc không được tin cậy");

    private final String label;
    private final String signature;

    Anchor(String label, String signature) {
        this.label = label;
        this.signature = signature;
    }

    /** In words, within a sentence. */
    public String label() {
        return label;
    }

    /** What a signature under it is called, at the beginning of a sentence. */
    public String signature() {
        return signature;
    }
}
