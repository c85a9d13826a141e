package vn.lienket.party;

/** Where an absence stands today. */
public enum AbsenceState {
    PLANNED("Sắp tới"),
    CURRENT("Đang vắng mặt"),
    PAST("Đã kết thúc"),
    CANCELLED("Đã hủy");

    private final String label;

    AbsenceState(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }
}
