package vn.lienket.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** The register of cases on PostgreSQL, as one node or several see it. */
class DossiersTest {

    private static final String CHANNEL = "binhduong-tayninh";

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final List<AnnotationConfigApplicationContext> nodes = new ArrayList<>();

    /** A running application: its register and its transactions. */
    private record Node(Dossiers dossiers, TransactionTemplate transaction) {

        <T> T inTransaction(Supplier<T> step) {
            return transaction.execute(status -> step.get());
        }

        String open(String title) {
            return open(title, CHANNEL, "binhduong");
        }

        String open(String title, String channel, String organisation) {
            return inTransaction(() -> dossiers.open("agreement", title, channel, organisation));
        }

        void changeStatus(String code, CaseStatus status) {
            transaction.executeWithoutResult(open -> dossiers.changeStatus(code, status, false));
        }

        DossierPage search(List<String> channels, Integer status, String organisation, String text) {
            return dossiers.search(new DossierQuery("agreement", channels, status, organisation, text, 0, 20));
        }

        List<String> titles(String text) {
            return search(List.of(CHANNEL), null, null, text).items().stream()
                    .map(Dossier::title)
                    .toList();
        }
    }

    @EnableTransactionManagement
    static class Transactions {}

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
        database = postgres.getPostgresDatabase();
        migrate(database, "latest");
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @AfterEach
    void forget() {
        nodes.forEach(AnnotationConfigApplicationContext::close);
        JdbcClient.create(database)
                .sql("truncate lienket.dossier, lienket.dossier_sequence cascade")
                .update();
    }

    @Test
    void aCodeTellsTheOrganisationTheDayAndANumberOfBoth() {
        Node today = node("2026-11-23T08:00");

        assertThat(today.open("A")).isEqualTo("H09-261123-0001");
        assertThat(today.open("B")).isEqualTo("H09-261123-0002");
        assertThat(today.open("C", CHANNEL, "tayninh")).isEqualTo("H53-261123-0001");
        assertThat(node("2026-11-24T00:00").open("D")).isEqualTo("H09-261124-0001");
        assertThat(today.open("E")).isEqualTo("H09-261123-0003");
    }

    @Test
    void codesHaveNoGapsHoweverManyNodesOpenAndRollBackAtOnce() throws Exception {
        List<Node> several = List.of(node("2026-11-23T08:00"), node("2026-11-23T08:00"), node("2026-11-23T08:00"));
        ExecutorService people = Executors.newFixedThreadPool(12);
        List<Future<Optional<String>>> opened = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Node node = several.get(i % several.size());
            boolean rollBack = i % 4 == 0;
            opened.add(people.submit(() ->
                    Optional.ofNullable(node.transaction().execute(status -> {
                        String code = node.dossiers().open("agreement", "Thỏa thuận", CHANNEL, "binhduong");
                        if (rollBack) {
                            status.setRollbackOnly();
                            return null;
                        }
                        return code;
                    }))));
        }
        List<String> codes = new ArrayList<>();
        for (Future<Optional<String>> one : opened) {
            one.get().ifPresent(codes::add);
        }
        people.shutdown();

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 90)
                        .mapToObj("H09-261123-%04d"::formatted)
                        .toList());
    }

    @Test
    void isWrittenInTheTransactionOfItsStepOnly() {
        Node node = node("2026-11-23T08:00");
        String code = node.open("A");

        assertThatThrownBy(() -> node.dossiers().open("agreement", "B", CHANNEL, "binhduong"))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> node.dossiers().changeStatus(code, CaseStatus.WITHDRAWN, true))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> node.open("C", CHANNEL, "nobody"));
        assertThat(node.open("D")).endsWith("-0002");
    }

    @Test
    void keepsEveryStatusOnceWithItsTime() {
        Node morning = node("2026-11-23T08:00");
        Node evening = node("2026-11-23T17:00");
        String code = morning.open("A");
        evening.changeStatus(code, CaseStatus.IN_PROGRESS);
        node("2026-11-24T08:00").changeStatus(code, CaseStatus.IN_PROGRESS);

        assertThat(morning.dossiers().find(code)).hasValueSatisfying(dossier -> {
            assertThat(dossier.status()).isEqualTo(CaseStatus.IN_PROGRESS);
            assertThat(dossier.openedAt()).isEqualTo(clock("2026-11-23T08:00").instant());
            assertThat(dossier.changedAt()).isEqualTo(clock("2026-11-23T17:00").instant());
            assertThat(dossier.openedBy()).isEqualTo("system");
        });
        assertThat(JdbcClient.create(database)
                        .sql("select status from lienket.dossier_status where code = ? order by position")
                        .param(code)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 4);
    }

    @Test
    void pagesAreNewestFirstAndKnowHowManyThereAre() {
        Node node = node("2026-11-23T08:00");
        IntStream.rangeClosed(1, 5).forEach(i -> node.open("Thỏa thuận " + i));
        node("2026-11-24T08:00").open("Thỏa thuận 6");

        assertThat(titles(node, 0)).containsExactly("Thỏa thuận 6", "Thỏa thuận 5");
        assertThat(titles(node, 1)).containsExactly("Thỏa thuận 4", "Thỏa thuận 3");
        assertThat(titles(node, 2)).containsExactly("Thỏa thuận 2", "Thỏa thuận 1");
        assertThat(titles(node, 3)).isEmpty();
    }

    @Test
    void listsByChannelStatusAndOrganisation() {
        Node node = node("2026-11-23T08:00");
        String first = node.open("A");
        String second = node.open("B", CHANNEL, "tayninh");
        String third = node.open("C", "binhduong-qtsc", "binhduong");
        node.changeStatus(second, CaseStatus.WITHDRAWN);

        assertThat(codes(node.search(List.of(CHANNEL, "binhduong-qtsc"), null, null, null)))
                .containsExactly(second, third, first);
        assertThat(codes(node.search(List.of(CHANNEL), null, null, null))).containsExactly(second, first);
        assertThat(codes(node.search(List.of(), null, null, null))).isEmpty();
        assertThat(codes(node.search(List.of(CHANNEL), 7, null, null))).containsExactly(second);
        assertThat(codes(node.search(List.of(CHANNEL), 1, "tayninh", null))).isEmpty();
        assertThat(codes(node.search(List.of(CHANNEL), null, "binhduong", null)))
                .containsExactly(first);
        assertThat(node.dossiers()
                        .search(new DossierQuery("activity", List.of(CHANNEL), null, null, null, 0, 20))
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "100%, Giảm 100% chi phí",
        "mã_số, Mã_số",
        "ĐƯỜNG DẪN, Đường dẫn C:\\",
        "duong C:\\, Đường dẫn C:\\",
        "no such words, ",
        "duong hoa, ",
        "261123-0002, Mã_số",
        "h09-261123-0002, Mã_số",
        "hoa binh, Thỏa thuận “Hòa Bình”",
        "Hoà Bình, Thỏa thuận “Hòa Bình”",
        "bình  hòa, Thỏa thuận “Hòa Bình”",
        "Ho\u0300a Bi\u0300nh, Thỏa thuận “Hòa Bình”",
        "\"hòa bình\", Thỏa thuận “Hòa Bình”",
        "«Hòa\u00A0Bình» thu, Thỏa thuận “Hòa Bình”"
    })
    void findsWordsInAnyOrderAndSpelling(String text, String title) {
        Node node = node("2026-11-23T08:00");
        List.of("Giảm 100% chi phí", "Mã_số", "Đường dẫn C:\\", "Thỏa thuận “Hòa Bình”")
                .forEach(node::open);

        assertThat(node.titles(text)).containsExactlyElementsOf(title == null ? List.of() : List.of(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đức", "đức", "Ðức", "ðức", "Duc", "Đu\u031b\u0301c", "ĐỨC\u200B"})
    void aLetterIsTheOneThatItLooksLikeHoweverItIsWritten(String text) {
        Node node = node("2026-11-23T08:00");
        List<String> titles = List.of("Thủ Đức", "Thủ Ðức", "Thủ Đu\u031b\u0301c", "Thu Duc", "Thủ\u200B đ\u00ADức");
        titles.forEach(node::open);
        node.open("Thủ Thừa");

        assertThat(node.titles(text)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(node.titles("Thủ " + text)).containsExactlyInAnyOrderElementsOf(titles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "%", "_-\\", "“”"})
    void aTextWithoutWordsFindsEverything(String text) {
        Node node = node("2026-11-23T08:00");
        List.of("A", "B").forEach(node::open);

        assertThat(node.titles(text)).hasSize(2);
    }

    @Test
    void keywordsFindACaseUntilOthersTakeTheirPlace() {
        Node node = node("2026-11-23T08:00");
        String code = node.inTransaction(
                () -> node.dossiers().open("agreement", "A", CHANNEL, "binhduong", "3700145020-001 Công ty Ánh Sáng"));
        node.open("B");

        assertThat(node.titles("3700145020")).containsExactly("A");
        assertThat(node.titles("3700145020-001 anh sang")).containsExactly("A");

        node.transaction()
                .executeWithoutResult(open -> node.dossiers().changeKeywords(code, "3700145020-001 Công ty Đêm"));
        assertThat(node.titles("dem")).containsExactly("A");
        assertThat(node.titles("ánh")).isEmpty();
    }

    @Test
    void aDossierIsFoundByItsNewTitleAndStillByItsKeywords() {
        Node node = node("2026-11-23T08:00");
        String code = node.inTransaction(
                () -> node.dossiers().open("transfer", "H09", CHANNEL, "binhduong", "Công ty Ánh Sáng"));

        node.transaction().executeWithoutResult(open -> node.dossiers().rename(code, "Trung tâm điều hành"));

        assertThat(node.dossiers().find(code).orElseThrow().title()).isEqualTo("Trung tâm điều hành");
        assertThat(words(code))
                .contains(code, "Trung tâm điều hành", "Công ty Ánh Sáng")
                .doesNotContain("Phần mềm cũ");
    }

    @Test
    void wordsAreFoundByTheIndexAmongAsManyCasesAsTheRegionHasEnterprises() {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into lienket.dossier
                        select 'H09-261123-' || n, 'agreement', 'Tư vấn cho Công ty ' || md5(n::text), ?, 'binhduong',
                               1, 'system', now() - n * interval '1 minute', now()
                        from generate_series(1, 65000) n""").param(CHANNEL).update();
        jdbc.sql("""
                        insert into lienket.dossier_text (code, words)
                        select code, code || ' ' || title || ' ' || (3700000000 + split_part(code, '-', 3)::int)
                        from lienket.dossier""").update();
        jdbc.sql("analyze lienket.dossier, lienket.dossier_text").update();
        Node node = node("2026-11-23T08:00");
        long before = scans(jdbc);

        String title = node.titles("3700064321").get(0);
        assertThat(node.titles(title)).containsExactly(title);

        // told by a connection when it ends
        await().untilAsserted(() -> assertThat(scans(jdbc) - before).isEqualTo(4));
    }

    private static long scans(JdbcClient jdbc) {
        return jdbc.sql("select idx_scan from pg_stat_user_indexes where indexrelname = 'dossier_by_text'")
                .query(Long.class)
                .single();
    }

    @Test
    void casesFromBeforeTheIndexAreFoundByItToo() {
        JdbcClient.create(database).sql("create database before").update();
        DataSource before = postgres.getDatabase("postgres", "before");
        migrate(before, "21");
        JdbcClient.create(before).sql("""
                        insert into lienket.dossier values
                        ('H09-1', 'consulting', 'Thủ Ðức', 'c', 'o', 1, 'system', now(), now());
                        insert into lienket.enterprise
                        (tax_code, name, sector, employees, revenue, capital, women_owned, social_enterprise, revision)
                        values ('3700145020', 'Công ty Ð', 'agriculture', 1, 1, 1, true, true, 1);
                        insert into lienket.consulting_case
                        (case_code, revision, state, channel, lead_organisation, tax_code, enterprise_name, sector, employees,
                        revenue, capital, women_owned, social_enterprise, need, need_category, roadmap_version)
                        values ('H09-1', 1, 'CLOSED', 'c', 'o', '3700145020', 'Công ty Ð', 'agriculture', 1, 1, 1, true, true, 'n',
                        'other', 0)""").update();

        migrate(before, "30");

        assertThat(JdbcClient.create(before)
                        .sql(
                                "select search_text from lienket.dossier_text union all select search_text from lienket.enterprise")
                        .query(String.class)
                        .list())
                .containsExactly(" h09 1 thu duc 3700145020 cong ty d", " 3700145020 cong ty d");
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas("lienket")
                .defaultSchema("lienket")
                .target(target)
                .load()
                .migrate();
    }

    private Node node(String localTime) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        nodes.add(context);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Parties.class, DossiersTest::parties);
        context.registerBean(CurrentUser.class, () -> mock(CurrentUser.class));
        context.registerBean(Clock.class, () -> clock(localTime));
        context.register(Transactions.class, Dossiers.class);
        context.refresh();
        return new Node(
                context.getBean(Dossiers.class),
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
    }

    private static Parties parties() {
        Parties parties = mock(Parties.class);
        when(parties.organisation("binhduong")).thenReturn(Optional.of(organisation("binhduong", "H09")));
        when(parties.organisation("tayninh")).thenReturn(Optional.of(organisation("tayninh", "H53")));
        return parties;
    }

    private static Organisation organisation(String id, String code) {
        return new Organisation(id, id, id, null, null, code, null, null, null, null, null, null, null);
    }

    private static Clock clock(String localTime) {
        ZoneId vietnam = ZoneId.of("Asia/Ho_Chi_Minh");
        return Clock.fixed(LocalDateTime.parse(localTime).atZone(vietnam).toInstant(), vietnam);
    }

    private static List<String> titles(Node node, int page) {
        DossierPage found =
                node.dossiers().search(new DossierQuery("agreement", List.of(CHANNEL), null, null, null, page, 2));
        assertThat(found.total()).isEqualTo(6);
        return found.items().stream().map(Dossier::title).toList();
    }

    private static List<String> codes(DossierPage page) {
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Dossier::code).toList();
    }

    private String words(String code) {
        return JdbcClient.create(database)
                .sql("select words from lienket.dossier_text where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }
}
