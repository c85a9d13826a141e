package vn.lienket.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Ends lines after spaces only: the usual rules would also part dates and numbers such as 30/2020/NĐ-CP. */
final class SpaceBreaker implements FSTextBreaker {

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    /** The index after the next space, or -1 if there is none before the end. */
    @Override
    public int next() {
        if (position >= text.length()) {
            return -1;
        }
        int space = text.indexOf(' ', position);
        position = space < 0 ? text.length() : space + 1;
        return position;
    }
}
