package vn.lienket.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the fields of forms and of the API are called in Vietnamese: {@code messages/fields.properties}. */
final class Fields {

    private static final ResourceBundle LABELS = ResourceBundle.getBundle("messages.fields", Locale.ROOT);

    private Fields() {}

    /** MissingResourceException for a field that the catalogue does not have. */
    static String label(String field) {
        return LABELS.getString(field);
    }
}
