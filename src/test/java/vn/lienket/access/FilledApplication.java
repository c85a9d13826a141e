package vn.lienket.access;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienket.LienKetApplication;

/** The application with a history as long as that of years. */
class FilledApplication {

    private static final int ROWS = 300_000;

    private FilledApplication() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(LienKetApplication.class, args);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        jdbc.update("""
                insert into public.act_hi_varinst (id_, name_, var_type_, text_, create_time_, state_, rev_)
                select 'filling-' || n, 'filling', 'string', repeat('x', 200), now(), 'CREATED', 0
                from generate_series(1, ?) n
                """, ROWS);
        jdbc.execute("analyze public.act_hi_varinst");
    }
}
