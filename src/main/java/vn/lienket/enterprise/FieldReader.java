package vn.lienket.enterprise;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienket.problem.FieldProblems;

/** Reads single fields; a wrong one becomes a sentence in the problems and is read as null. */
final class FieldReader {

    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "true", true, "1", true, "có", true, "co", true, "false", false, "0", false, "không", false, "khong",
            false);

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    /** Controls, direction overrides, unpaired surrogates: nothing of it can be printed, and PostgreSQL does not take all of it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

    private final Map<String, ?> fields;
    private final FieldProblems problems;
    private final Set<EnterpriseField> wrong = EnumSet.noneOf(EnterpriseField.class);

    FieldReader(Map<String, ?> fields, FieldProblems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** Whether any field so far was missing or wrong. */
    boolean failed() {
        return !wrong.isEmpty();
    }

    String taxCode() {
        String code = raw(EnterpriseField.TAX_CODE);
        Optional<String> problem = TaxCode.problem(code);
        problem.ifPresent(sentence -> note(EnterpriseField.TAX_CODE, sentence));
        return problem.isPresent() ? null : code;
    }

    Sector sector() {
        String id = raw(EnterpriseField.SECTOR);
        Optional<Sector> sector = Sector.of(id);
        if (sector.isEmpty()) {
            refuse(EnterpriseField.SECTOR, "phải là agriculture, industry-construction hoặc trade-services");
        }
        return sector.orElse(null);
    }

    /** One line of printable text, runs of white space as one space. */
    String text(EnterpriseField field, int maxLength) {
        String text = raw(field);
        if (text == null) {
            return missing(field);
        }
        if (text.length() > maxLength) {
            return refuse(field, "không quá %d ký tự".formatted(maxLength));
        }
        return UNPRINTABLE.matcher(text).find() ? refuse(field, "có ký tự không in được") : text;
    }

    /** A whole number from 0. */
    Long whole(EnterpriseField field, long max) {
        String text = raw(field);
        if (text == null) {
            return missing(field);
        }
        BigDecimal number = number(fields.get(field.id()), text);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return refuse(field, "phải là số nguyên, không có dấu phân cách");
        }
        if (number.signum() < 0) {
            return refuse(field, "không được âm");
        }
        return number.compareTo(BigDecimal.valueOf(max)) <= 0
                ? (Long) number.longValueExact()
                : refuse(field, "không quá %d".formatted(max));
    }

    Boolean yesOrNo(EnterpriseField field) {
        String text = raw(field);
        if (text == null) {
            return missing(field);
        }
        Boolean value = YES_OR_NO.get(text.toLowerCase(Locale.ROOT));
        return value != null ? value : refuse(field, "phải là TRUE hoặc FALSE (1 hoặc 0, có hoặc không)");
    }

    String matching(EnterpriseField field, Pattern pattern, String rule) {
        String text = raw(field);
        return text == null || pattern.matcher(text).matches() ? text : refuse(field, rule);
    }

    String vsicCode(Pattern pattern) {
        // 01110 as a number would be read as another industry
        if (fields.get(EnterpriseField.VSIC_CODE.id()) instanceof Number) {
            return refuse(EnterpriseField.VSIC_CODE, "phải ở dạng văn bản, vì dạng số làm mất số 0 ở đầu");
        }
        return matching(EnterpriseField.VSIC_CODE, pattern, "phải là một chữ cái từ A đến V hoặc 2 đến 5 chữ số");
    }

    String phone() {
        String text = raw(EnterpriseField.CONTACT_PHONE);
        if (text == null) {
            return null;
        }
        return PhoneNumber.of(text)
                .map(PhoneNumber::value)
                .orElseGet(
                        () -> refuse(
                                EnterpriseField.CONTACT_PHONE,
                                "phải là số di động 10 chữ số (03, 05, 07, 08, 09) hoặc số cố định 11 chữ số (02), có cả số 0 ở đầu"));
    }

    /** Both or neither. */
    void together(EnterpriseField one, Object first, EnterpriseField other, Object second) {
        if (!failed() && (first == null) != (second == null)) {
            refuse(
                    first == null ? one : other,
                    "phải có khi có %s"
                            .formatted((first == null ? other : one).label().toLowerCase(Locale.ROOT)));
        }
    }

    /** The trimmed text of a value, composed; null for none and for blank. */
    private String raw(EnterpriseField field) {
        Object value = fields.get(field.id());
        if (value == null) {
            return null;
        }
        if (!(value instanceof CharSequence || value instanceof Number || value instanceof Boolean)) {
            return refuse(field, "phải là một giá trị đơn");
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        String line = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return line.isEmpty() ? null : line;
    }

    private static BigDecimal number(Object value, String text) {
        try {
            return value instanceof Number || WHOLE.matcher(text).matches() ? new BigDecimal(text) : null;
        } catch (NumberFormatException notFinite) {
            return null;
        }
    }

    private <T> T missing(EnterpriseField field) {
        return field.required() ? refuse(field, "không được để trống") : null;
    }

    private <T> T refuse(EnterpriseField field, String rule) {
        return note(field, "%s: %s.".formatted(field.label(), rule));
    }

    /** The first thing that is wrong with a field is enough. */
    private <T> T note(EnterpriseField field, String sentence) {
        if (wrong.add(field)) {
            problems.check(false, field.id(), sentence);
        }
        return null;
    }
}
