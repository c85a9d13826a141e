package vn.lienket.enterprise;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean begun;

    void value(Object value) {
        if (begun) {
            text.append('\t');
        }
        begun = true;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            string.chars().forEach(this::character);
        } else {
            text.append(value);
        }
    }

    void endRow() {
        text.append('\n');
        begun = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void character(int character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append((char) character);
        }
    }
}
