package vn.lienket.support;

import java.util.concurrent.atomic.AtomicInteger;

/** Valid tax codes, each given once. */
public final class TaxCodes {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger NUMBER = new AtomicInteger(370_000_000);

    private TaxCodes() {}

    public static String next() {
        while (true) {
            String digits = "%09d".formatted(NUMBER.getAndIncrement());
            int check = 10 - remainder(digits);
            if (check < 10) {
                return digits + check;
            }
        }
    }

    private static int remainder(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return sum % 11;
    }
}
