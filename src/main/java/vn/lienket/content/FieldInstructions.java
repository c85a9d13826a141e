package vn.lienket.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the instructions of Word's fields together, which may be cut into many pieces and lie in each other. */
final class FieldInstructions {

    private static final int ENOUGH = 1 << 10;
    private static final Pattern COMMAND = Pattern.compile("^[^\\p{L}=]*(\\p{L}+)");
    /** Nothing, or a word that goes on with what the next field results in. */
    private static final Pattern WORD_TO_COME = Pattern.compile("^[\\s\"\\p{Cf}]*\\p{L}*$");

    private static final Map<String, String> REFUSED = Map.of(
            "DDE", "trường DDE",
            "DDEAUTO", "trường DDE",
            "LINK", "trường LINK lấy nội dung từ tệp khác",
            "IMPORT", "ảnh liên kết ngoài",
            "INCLUDEPICTURE", "ảnh liên kết ngoài",
            "INCLUDETEXT", "trường INCLUDETEXT lấy nội dung từ tệp khác",
            "DATABASE", "kết nối dữ liệu ngoài");

    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private final Consumer<String> found;
    private boolean inside;

    FieldInstructions(Consumer<String> found) {
        this.found = found;
    }

    void start(String element, Map<String, String> attributes) {
        switch (element) {
            case "instrText" -> inside = true;
            case "fldSimple" -> tell(attributes.getOrDefault("instr", ""));
            case "fldChar" -> mark(attributes.getOrDefault("fldCharType", ""));
            default -> {}
        }
    }

    void end(String element) {
        inside &= !element.equals("instrText");
    }

    boolean wantsText() {
        return inside && !open.isEmpty() && open.peek().length() < ENOUGH;
    }

    void text(String text) {
        open.peek().append(text);
    }

    /** A field that the document leaves open counts too. */
    void close() {
        open.forEach(instruction -> tell(instruction.toString()));
        open.clear();
        inside = false;
    }

    private void mark(String type) {
        if (type.equals("begin")) {
            if (!open.isEmpty() && WORD_TO_COME.matcher(open.peek()).matches()) {
                found.accept("trường có lệnh ghép từ trường khác");
            }
            open.push(new StringBuilder());
        } else if (!open.isEmpty()) {
            // the result behind the separator may hold fields of its own, which are not part of the instruction
            tell(open.peek().toString());
            if (type.equals("end")) {
                open.pop();
            } else {
                open.peek().append('=');
            }
        }
    }

    private void tell(String instruction) {
        command(instruction).map(REFUSED::get).ifPresent(found);
    }

    private static Optional<String> command(String instruction) {
        Matcher command = COMMAND.matcher(instruction);
        return command.find() ? Optional.of(command.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
