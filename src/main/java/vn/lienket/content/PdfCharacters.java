package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The characters of a PDF (ISO 32000-2, 7.2), and the words, names and strings that they make. */
final class PdfCharacters {

    /** The longest name of any meaning is far below this. */
    private static final int MAX_NAME = 128;

    private static final int MAX_STRING = 1 << 12;

    private final ByteBuffer bytes;
    private final PdfBudget budget;
    private int position;

    PdfCharacters(ByteBuffer bytes, PdfBudget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    int next() {
        budget.read(1);
        return position < bytes.limit() ? bytes.get(position++) & 0xff : -1;
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return position + ahead < bytes.limit() ? bytes.get(position + ahead) & 0xff : -1;
    }

    void blanks() {
        while (true) {
            int character = peek();
            if (character == '%') {
                while (peek() >= 0 && peek() != '\r' && peek() != '\n') {
                    next();
                }
            } else if (blank(character)) {
                next();
            } else {
                return;
            }
        }
    }

    boolean isAt(String word) {
        for (int index = 0; index < word.length(); index++) {
            if (peek(index) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** A name, on whose slash it stands. */
    String name() {
        position++;
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        while (regular(peek())) {
            int character = next();
            if (character == '#' && digit(peek()) >= 0 && digit(peek(1)) >= 0) {
                character = digit(next()) << 4 | digit(next());
            }
            if (name.size() < MAX_NAME) {
                name.write(character);
            }
        }
        return name.toString(StandardCharsets.ISO_8859_1);
    }

    /** The beginning of a string, on whose bracket it stands. */
    String string() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int open = 0;
        do {
            int character = next();
            if (character == '\\') {
                character = escaped();
            } else if (character == '(') {
                open++;
            } else if (character == ')') {
                open--;
            }
            if (open > 0 && character >= 0 && text.size() < MAX_STRING) {
                text.write(character);
            }
        } while (open > 0 && peek() >= 0);
        return decoded(text.toString(StandardCharsets.ISO_8859_1).substring(1));
    }

    /** The beginning of a string in hexadecimal digits, on whose bracket it stands. */
    String hexadecimal() {
        next();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int high = -1;
        while (peek() >= 0) {
            int character = next();
            if (character == '>') {
                break;
            }
            int digit = digit(character);
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                if (text.size() < MAX_STRING) {
                    text.write(high << 4 | digit);
                }
                high = -1;
            }
        }
        return decoded(text.toString(StandardCharsets.ISO_8859_1));
    }

    /** A whole number, or -1 if there is none. */
    int number() {
        blanks();
        long number = 0;
        int start = position;
        while (peek() >= '0' && peek() <= '9' && position - start < 10) {
            number = number * 10 + next() - '0';
        }
        return position == start || number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** What is behind the backslash, or -1 if that is nothing. */
    private int escaped() {
        int character = next();
        if (character >= '0' && character <= '7') {
            int code = character - '0';
            for (int digits = 1; digits < 3 && peek() >= '0' && peek() <= '7'; digits++) {
                code = code * 8 + next() - '0';
            }
            return code & 0xff;
        }
        return switch (character) {
            case 'n', 'r', 't', 'b', 'f' -> ' ';
            case '\r', '\n' -> -1;
            default -> character;
        };
    }

    private static String decoded(String text) {
        boolean wide = text.startsWith("\u00fe\u00ff");
        boolean marked = text.startsWith("\u00ef\u00bb\u00bf");
        return wide || marked
                ? new String(
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                : text;
    }

    static boolean blank(int character) {
        return character == 0
                || character == '\t'
                || character == '\n'
                || character == '\f'
                || character == '\r'
                || character == ' ';
    }

    static boolean regular(int character) {
        return character >= 0 && !blank(character) && "()<>[]{}/%".indexOf(character) < 0;
    }

    private static int digit(int character) {
        return character < 0 ? -1 : Character.digit(character, 16);
    }
}
