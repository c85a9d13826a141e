package vn.lienket.content;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The actions of a PDF (ISO 32000-2, 12.6) as far as it matters who starts them: a web page may open when somebody clicks on a link to
 * it, but not of itself. What is only referred to is wanted by its number.
 */
final class PdfActions {

    /** The number of an object that does not tell it. */
    static final int UNKNOWN = -1;

    private final Consumer<String> found;
    private final Set<Integer> seen = new HashSet<>();
    private Set<Integer> starting = new HashSet<>();
    private Set<Integer> addresses = new HashSet<>();
    private Set<Integer> nextStarting = new HashSet<>();
    private Set<Integer> nextAddresses = new HashSet<>();

    PdfActions(Consumer<String> found) {
        this.found = found;
    }

    /** Whether objects have to be looked up that have not been yet. */
    boolean wanted() {
        return !nextStarting.isEmpty() || !nextAddresses.isEmpty();
    }

    /** From here on those are wanted that were referred to until now. */
    void next() {
        starting = nextStarting;
        addresses = nextAddresses;
        nextStarting = new HashSet<>();
        nextAddresses = new HashSet<>();
    }

    boolean wants(int number) {
        boolean any = !starting.isEmpty() || !addresses.isEmpty();
        return any && number == UNKNOWN || starting.contains(number) || addresses.contains(number);
    }

    /** Any dictionary of the file. */
    void dictionary(Map<String, Object> entries) {
        // an array is a place in the file
        if (!(entries.get("OpenAction") instanceof List<?>)) {
            starts(entries.get("OpenAction"));
        }
        triggers(entries.get("AA"));
        if (entries.get("URI") instanceof Map<?, ?> ofFile) {
            address(ofFile.get("Base"));
        } else {
            address(entries.get("URI"));
        }
    }

    /** An object that is wanted; any other is passed over. */
    void object(int number, Object value) {
        if (!wants(number)) {
            return;
        }
        if (addresses.contains(number) || number == UNKNOWN) {
            address(value);
        }
        if (starting.contains(number) || number == UNKNOWN && !starting.isEmpty()) {
            boolean action = value instanceof Map<?, ?> map && (map.containsKey("S") || map.containsKey("URI"));
            if (action || value instanceof List<?>) {
                starts(value);
            } else {
                triggers(value);
            }
        }
    }

    /** Events, each with its action. */
    private void triggers(Object value) {
        if (value instanceof Map<?, ?> events) {
            events.values().forEach(this::starts);
        } else {
            starts(value);
        }
    }

    private void starts(Object value) {
        if (value instanceof PdfTokens.Reference reference) {
            later(nextStarting, reference);
        } else if (value instanceof List<?> several) {
            several.forEach(this::starts);
        } else if (value instanceof Map<?, ?> action) {
            Object kind = action.get("S");
            boolean hidden = kind instanceof PdfTokens.Reference;
            boolean page = kind instanceof PdfTokens.Name name && name.text().equals("URI");
            if (hidden || page || action.containsKey("URI")) {
                found.accept("lệnh tự mở trang web (OpenAction, AA)");
            }
            starts(action.get("Next"));
        }
    }

    private void address(Object value) {
        if (value instanceof PdfTokens.Reference reference) {
            later(nextAddresses, reference);
        } else if (value instanceof PdfTokens.Text address && Links.forbidden(address.text())) {
            found.accept("liên kết không phải http, https hay mailto");
        }
    }

    private void later(Set<Integer> wanted, PdfTokens.Reference reference) {
        // the same object may be both
        int key = wanted == nextStarting ? reference.number() : ~reference.number();
        if (seen.add(key)) {
            wanted.add(reference.number());
        }
    }
}
