package vn.lienket.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Puts the instructions of Word's fields together, which may be cut into many pieces and lie in each other. */
final class FieldInstructions {

    /** More than any address; what is longer has no command that matters, or one of another program. */
    private static final int ENOUGH = 1 << 13;

    private static final int MAX_DEPTH = 500;
    private static final String ASSEMBLED = "trường có lệnh ghép từ trường khác";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Deque<Field> open = new ArrayDeque<>();
    private final Consumer<String> found;
    private String inside = "";
    private String prefix;

    FieldInstructions(Consumer<String> found) {
        this.found = found;
    }

    void start(XmlTag tag, XmlNames names) {
        if (!inside.isEmpty()) {
            found.accept(ASSEMBLED);
        }
        switch (tag.name()) {
            case "instrText", "delInstrText" -> {
                known(tag, names);
                piece(tag.name());
            }
            case "fldSimple" -> {
                known(tag, names);
                tell(tag.attribute("instr"));
            }
            case "fldChar" -> {
                known(tag, names);
                mark(tag.attribute("fldCharType"));
            }
            case "AlternateContent" -> {
                if (!open.isEmpty() && !open.peek().separated && open.peek().mayNotBeCut()) {
                    found.accept(ASSEMBLED);
                }
            }
            default -> {}
        }
    }

    void end(String element) {
        if (element.equals(inside)) {
            inside = "";
        }
    }

    boolean wantsText() {
        return !inside.isEmpty() && !open.isEmpty() && open.peek().text.length() < ENOUGH;
    }

    void text(String text) {
        open.peek().add(text);
    }

    /** A field that the document leaves open counts too. */
    void close() {
        open.forEach(field -> tell(field.text.toString()));
        open.clear();
        inside = "";
        prefix = null;
    }

    /** Word passes over elements of another namespace, with which an instruction could be made to look like another. */
    private void known(XmlTag tag, XmlNames names) {
        prefix = prefix == null ? tag.prefix() : prefix;
        if (!prefix.equals(tag.prefix()) || !names.certain(prefix)) {
            found.accept(ASSEMBLED);
        }
    }

    /** What was deleted and what was added since may not make one address together: either may be taken back. */
    private void piece(String element) {
        inside = element;
        Field field = open.peek();
        if (field != null) {
            if (field.element != null && !field.element.equals(element) && field.mayNotBeCut()) {
                found.accept(ASSEMBLED);
            }
            field.element = element;
        }
    }

    private void mark(String type) {
        if (type.equals("begin")) {
            if (!open.isEmpty()
                    && !open.peek().separated
                    && FieldCommands.unfinished(open.peek().text.toString())) {
                found.accept(ASSEMBLED);
            }
            open.push(new Field());
            if (open.size() > MAX_DEPTH) {
                throw Refused.damaged();
            }
        } else if (!open.isEmpty()) {
            // the result behind the separator may hold fields of its own, which are not part of the instruction
            tell(open.peek().text.toString());
            open.peek().separated = true;
            if (type.equals("end")) {
                open.pop();
            }
        }
    }

    private void tell(String instruction) {
        FieldCommands.reason(instruction).ifPresent(found);
        if (instruction.length() >= ENOUGH && FieldCommands.dependsOnItsEnd(instruction)) {
            found.accept("trường có lệnh quá dài");
        }
    }

    private static final class Field {

        private final StringBuilder text = new StringBuilder();
        private String element;
        private boolean separated;

        void add(String more) {
            String piece = BLANKS.matcher(more).replaceAll(" ");
            boolean twice = piece.startsWith(" ") && text.length() > 0 && text.charAt(text.length() - 1) == ' ';
            text.append(twice ? piece.substring(1) : piece);
        }

        boolean mayNotBeCut() {
            String instruction = text.toString();
            return FieldCommands.unfinished(instruction) || FieldCommands.dependsOnItsEnd(instruction);
        }
    }
}
