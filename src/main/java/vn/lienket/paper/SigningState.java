package vn.lienket.paper;

/** How far the signing of a paper has come. */
public enum SigningState {
    WAITING("Đang chờ ký"),
    SIGNED("Đã ký đủ"),
    REFUSED("Không ký"),
    /** Its case was withdrawn. */
    STOPPED("Dừng ký");

    private final String label;

    SigningState(String label) {
        this.label = label;
    }

    /** In Vietnamese. */
    public String label() {
        return label;
    }
}
