package vn.lienket.enterprise;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienket.problem.ProblemException;

/**
 * A tax code (mã số thuế): ten digits of which the last checks the others; with {@code -001} to {@code -999} that of a branch; or
 * the twelve-digit personal number that a household business may use since 1/7/2025, which is accepted with a {@link #warning}.
 */
public record TaxCode(String value) {

    static final String FIELD = "taxCode";

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final Pattern ENTERPRISE = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{12}");
    private static final Pattern ZERO_LOST = Pattern.compile("[0-9]{9}|[0-9]{11}");

    /** Takes a valid code only; else 400 for {@code taxCode} with what is wrong. */
    public TaxCode {
        problem(value).ifPresent(sentence -> {
            throw ProblemException.invalid(FIELD, sentence);
        });
    }

    /** What is wrong with a code, as a Vietnamese sentence; empty if it is valid. */
    public static Optional<String> problem(String code) {
        if (code == null || code.isBlank()) {
            return Optional.of("Mã số thuế: không được để trống.");
        }
        if (PERSONAL.matcher(code).matches()) {
            return Optional.empty();
        }
        if (ZERO_LOST.matcher(code).matches()) {
            return Optional.of(
                    "Mã số thuế: thiếu chữ số, có thể số 0 ở đầu đã mất vì ô ở dạng số; hãy để ô ở dạng văn bản"
                            + " và nhập đủ 10 chữ số.");
        }
        if (!ENTERPRISE.matcher(code).matches()) {
            return Optional.of(
                    "Mã số thuế: phải có 10 chữ số, thêm dấu gạch và 3 chữ số nếu là chi nhánh (0123456789-001),"
                            + " hoặc 12 chữ số nếu là số định danh của hộ kinh doanh.");
        }
        if (!checked(code)) {
            return Optional.of("Mã số thuế: chữ số kiểm tra (chữ số thứ 10) không đúng.");
        }
        if (code.endsWith("-000")) {
            return Optional.of("Mã số thuế: số thứ tự của chi nhánh phải từ 001 đến 999.");
        }
        return Optional.empty();
    }

    /** Whether it is a personal number, of which nothing but the length can be checked. */
    public boolean personal() {
        return PERSONAL.matcher(value).matches();
    }

    /** What an officer should look at, in Vietnamese. */
    public Optional<String> warning() {
        return personal()
                ? Optional.of(
                        "Mã số thuế là số định danh cá nhân 12 chữ số của hộ kinh doanh: hệ thống không kiểm tra được,"
                                + " hãy đối chiếu với giấy tờ.")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean checked(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * WEIGHTS[i];
        }
        return 10 - sum % 11 == code.charAt(9) - '0';
    }
}
