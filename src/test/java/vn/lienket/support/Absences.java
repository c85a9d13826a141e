package vn.lienket.support;

import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes people away for a day, as the import of a directory that says so would. */
@TestComponent
public class Absences {

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day {@code yyyy-MM-dd}; better one that no other test sets its clock to */
    public void on(String day, String... people) {
        for (String person : people) {
            jdbc.sql("insert into lienket.absence (person, first_day, last_day) values (?, ?, ?)")
                    .params(person, LocalDate.parse(day), LocalDate.parse(day))
                    .update();
        }
        jdbc.sql("insert into lienket.directory_version default values").update();
    }
}
