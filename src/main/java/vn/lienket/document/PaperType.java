package vn.lienket.document;

/** Types of papers that the product gives numbers to. Source: Nghị định 30/2020/NĐ-CP, phụ lục III. */
public enum PaperType {
    DECISION("QĐ", "quyết định"),
    NOTICE("TB", "thông báo"),
    REPORT("BC", "báo cáo");

    private final String abbreviation;
    private final String inWords;

    PaperType(String abbreviation, String inWords) {
        this.abbreviation = abbreviation;
        this.inWords = inWords;
    }

    /** As it stands in the number, e.g. {@code BC}. */
    public String abbreviation() {
        return abbreviation;
    }

    /** E.g. "báo cáo". */
    public String inWords() {
        return inWords;
    }
}
