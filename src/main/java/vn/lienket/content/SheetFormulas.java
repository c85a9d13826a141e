package vn.lienket.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds the formulas of a workbook wherever they stand: in cells, names, conditional formats, checks of input, charts and buttons. */
final class SheetFormulas {

    private static final int MAX_FORMULA = 1 << 16;
    /** Of elements of these names in each other, of which nobody needs more than two. */
    private static final int MAX_DEPTH = 100;

    private static final Set<String> ELEMENTS = Set.of(
            "f",
            "formula",
            "formula1",
            "formula2",
            "definedName",
            "calculatedColumnFormula",
            "totalsRowFormula",
            "oldFormula",
            "FmlaMacro",
            "FmlaLink",
            "FmlaRange",
            "FmlaGroup",
            "FmlaPict",
            "FmlaTxbx");
    /** What Excel 4 runs by its name when the workbook or a sheet of it is opened, closed, entered or left. */
    private static final Pattern AUTOMATIC =
            Pattern.compile("(?i)(_xlnm\\.)?auto_(open|close|activate|deactivate).*", Pattern.DOTALL);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}]+");

    private final Deque<Formula> open = new ArrayDeque<>();
    private final Consumer<String> found;

    SheetFormulas(Consumer<String> found) {
        this.found = found;
    }

    void start(XmlTag tag, XmlNames names) {
        if (!open.isEmpty()) {
            open.peek().holdsElements = true;
            mixed(open.peek());
        }
        if (ELEMENTS.contains(tag.name()) && !fraction(tag, names)) {
            open.push(new Formula(tag.name()));
            if (open.size() > MAX_DEPTH) {
                throw Refused.damaged();
            }
        }
        if (tag.name().equals("definedName")
                && AUTOMATIC
                        .matcher(UNSEEN.matcher(tag.attribute("name")).replaceAll(""))
                        .matches()) {
            found.accept(OfficeReasons.MACRO);
        }
        tell(tag.attribute("macro"));
        tell(tag.attribute("formula"));
        if (tag.name().equals("cfvo")) {
            tell(tag.attribute("val"));
        }
    }

    void end(String element) {
        if (!open.isEmpty() && open.peek().element.equals(element)) {
            tell(open.pop().text.toString());
        }
    }

    boolean wantsText() {
        return !open.isEmpty();
    }

    void text(String text) {
        Formula formula = open.peek();
        formula.text.append(text);
        if (formula.text.length() > MAX_FORMULA) {
            throw Refused.damaged();
        }
        mixed(formula);
    }

    /** A formula that the part leaves open counts too. */
    void close() {
        open.forEach(formula -> tell(formula.text.toString()));
        open.clear();
    }

    /** Elements inside could cut a formula so that it looks like another; a formula inside stands there alone. */
    private void mixed(Formula formula) {
        if (formula.holdsElements && !formula.text.toString().isBlank()) {
            found.accept("công thức có phần tử lạ bên trong");
        }
    }

    /** Which is called as cells call their formulas. */
    private static boolean fraction(XmlTag tag, XmlNames names) {
        return tag.name().equals("f")
                && names.namespace(tag.prefix()).toLowerCase(Locale.ROOT).endsWith("/math");
    }

    private void tell(String formula) {
        if (!formula.isEmpty()) {
            FormulaText.reasons(formula).forEach(found);
        }
    }

    private static final class Formula {

        private final String element;
        private final StringBuilder text = new StringBuilder();
        private boolean holdsElements;

        Formula(String element) {
            this.element = element;
        }
    }
}
