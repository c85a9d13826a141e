package vn.lienket.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** The list of personal data and the tables of the running product say the same. */
@IntegrationTest
class PersonalDataTest {

    /** Names of people, ways to reach them, their user ids by what they did, and where people write what they like. */
    private static final Pattern SUSPECT = Pattern.compile(
            "name|mail|phone|address|contact|user_id|person|author|assigne[er]|owner|signer|clerk|expert|consultant"
                    + "|assessor|attendee|sender|recipient|substitute|principal|actor|_by_?$|pwd|password|secret|salt|birth|picture"
                    + "|first_|last_$|text|comment|note|message|msg|raw|bytes|reason|description|value");

    private static final Set<String> OF_FLYWAY = Set.of("lienket.flyway_schema_history");

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private PersonalData list;

    @Autowired
    private JdbcClient jdbc;

    private record Column(String table, String name, boolean holdsText) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @Test
    void everyColumnThatSoundsLikeAPersonIsInIt() {
        assertThat(columns().stream()
                        .filter(Column::holdsText)
                        .filter(column -> SUSPECT.matcher(column.name()).find())
                        .map(Column::toString))
                .as("add new columns to reference/personal-data.yaml")
                .isSubsetOf(listed());
    }

    @Test
    void everyColumnInItIsThere() {
        assertThat(listed()).isSubsetOf(columns().stream().map(Column::toString).collect(Collectors.toSet()));
    }

    @Test
    void administratorsReadIt() {
        Answer page = cooperation.as("admin").open("/admin/personal-data").expect(HttpStatus.OK);

        assertThat(page.body())
                .contains(
                        "Người liên hệ của doanh nghiệp",
                        "91/2025/QH15",
                        "nhớ lại, chưa kiểm chứng",
                        "lienket.enterprise.contact_email");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "binhduong.leader1", "binhduong.manager1", "qtsc.manager1"})
    void forOthersThereIsNoSuchPage(String user) {
        cooperation.as(user).open("/admin/personal-data").expect(HttpStatus.FORBIDDEN);
        cooperation.as(user).open("/admin/personal-data/").expect(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoIsNotSignedInIsLedToTheStart() {
        Answer answer = cooperation.anonymous().open("/admin/personal-data").expect(HttpStatus.FOUND);

        assertThat(answer.header("Location")).contains("/?next=");
        cooperation.anonymous().get("/admin/personal-data").expect(HttpStatus.UNAUTHORIZED);
    }

    private Set<String> listed() {
        return list.columns().map(PersonalData.Column::toString).collect(Collectors.toSet());
    }

    private List<Column> columns() {
        return jdbc
                .sql("""
                        select table_schema, table_name, column_name, data_type in (
                            'text', 'character varying', 'character', 'json', 'jsonb', 'bytea') as text
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""")
                .query((row, number) -> new Column(
                        row.getString(1).equals("public")
                                ? row.getString(2)
                                : row.getString(1) + "." + row.getString(2),
                        row.getString(3),
                        row.getBoolean(4)))
                .list()
                .stream()
                .filter(column -> !OF_FLYWAY.contains(column.table()))
                .toList();
    }
}
