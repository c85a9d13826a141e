package vn.lienket.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Ends lines after spaces only, and not within what is read as one: the usual rules would also part dates and numbers such as
 * 30/2020/NĐ-CP.
 */
final class SpaceBreaker implements FSTextBreaker {

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    /** The index after the next space where a line may end, or -1 if there is none before the end. */
    @Override
    public int next() {
        if (position >= text.length()) {
            return -1;
        }
        int space;
        do {
            int start = position;
            space = text.indexOf(' ', start);
            position = space < 0 ? text.length() : space + 1;
            if (space >= 0 && !BoundWords.bound(text.substring(start, space), BoundWords.wordAt(text, position))) {
                break;
            }
        } while (position < text.length());
        return position;
    }
}
