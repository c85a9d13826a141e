package vn.lienket.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enterprises put straight into the registry, each with a tax code that no other test has. */
public final class SampleEnterprises {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger LAST = new AtomicInteger(610_000_000);

    private final JdbcClient jdbc;

    public SampleEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Small ones of the same name, with an address each. */
    public List<String> small(int count, String name) {
        return register(count, name, "small", "info@%s.example");
    }

    public List<String> large(int count, String name) {
        return register(count, name, "large", null);
    }

    /** Small ones to whom nobody can write. */
    public List<String> silent(int count, String name) {
        return register(count, name, "small", null);
    }

    /** A valid tax code that is not in the registry. */
    public static String unregistered() {
        while (true) {
            String digits = String.valueOf(LAST.incrementAndGet());
            int check = 10
                    - IntStream.range(0, WEIGHTS.length)
                                    .map(i -> (digits.charAt(i) - '0') * WEIGHTS[i])
                                    .sum()
                            % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    private List<String> register(int count, String name, String size, String email) {
        List<String> taxCodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taxCodes.add(unregistered());
        }
        jdbc.sql("""
                        insert into lienket.enterprise (tax_code, name, sector, employees, revenue, capital, women_owned,
                        social_enterprise, contact_email, size, revision)
                        select t, ? || ' ' || t, 'industry-construction', ?, 30000000000, 12000000000, false, false,
                        format(?, t), ?, 1 from unnest(?::text[]) t""")
                .params(name, size.equals("large") ? 500 : 45, email, size, taxCodes.toArray(String[]::new))
                .update();
        return taxCodes;
    }
}
