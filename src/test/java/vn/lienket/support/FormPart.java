package vn.lienket.support;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A form or a part of it; its controls are found by their labels, as people find them. */
public final class FormPart {

    private static final double FORM_JS_DEBOUNCE_MILLIS = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final Locator part;

    FormPart(Locator part) {
        this.part = part;
    }

    /** Fills in a field and leaves it, as people do before they click: some fields take over what was typed only then. */
    public FormPart fill(String label, String value) {
        Locator field = field(label);
        field.fill(value);
        field.blur();
        if ((boolean) field.evaluate("input => input.closest('.fjs-form') !== null")) {
            // form-js takes over what was typed a moment later, and nothing on the page tells when
            field.page().waitForTimeout(FORM_JS_DEBOUNCE_MILLIS);
        }
        return this;
    }

    /** Types a day as people write it, and leaves the field. */
    public FormPart fill(String label, LocalDate day) {
        return fill(label, DAY.format(day));
    }

    public FormPart select(String label, String value) {
        field(label).selectOption(value);
        return this;
    }

    /** Checks a box or a radio button. */
    public FormPart check(String label) {
        field(label).check();
        return this;
    }

    /** The control whose label begins so; required ones end in an asterisk. */
    public Locator field(String label) {
        return part.getByLabel(Pattern.compile("^\\s*" + label.replaceAll("[().?]", "\\\\$0")));
    }
}
