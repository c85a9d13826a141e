package vn.lienket.enterprise;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Vietnamese phone number in its domestic form: a mobile one of ten digits or a landline of eleven. */
record PhoneNumber(String value) {

    private static final Pattern SIGNS = Pattern.compile("[\\s.()-]");
    private static final Pattern COUNTRY = Pattern.compile("^\\+84");
    private static final Pattern VALID = Pattern.compile("0[35789][0-9]{8}|02[0-9]{9}");

    /** The number without signs and with 0 for +84, or empty if there is no such number. */
    static Optional<PhoneNumber> of(String text) {
        String digits = COUNTRY.matcher(SIGNS.matcher(text).replaceAll("")).replaceFirst("0");
        return VALID.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }
}
