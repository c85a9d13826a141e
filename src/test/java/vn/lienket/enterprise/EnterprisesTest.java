package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.enterprise.EnterpriseChange.FieldChange;
import vn.lienket.enterprise.RegistryContext.Registry;
import vn.lienket.enterprise.RegistryContext.SettableSizes;
import vn.lienket.enterprise.RegistryContext.SignedIn;
import vn.lienket.problem.ProblemException;

@RegistryTest
class EnterprisesTest {

    private static final String CODE = "3700145020";

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Registry registry;

    @Autowired
    private SettableSizes sizes;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void emptyRegistry() {
        registry.empty();
        signedIn.officer();
        sizes.small(null);
    }

    @Test
    void aNewEnterpriseIsKeptWithEverythingThatIsKnownOfIt() {
        Enterprise one = new EnterpriseGenerator(3).enterprises(1).findFirst().orElseThrow();

        assertThat(save(one)).isEqualTo(one.withRevision(1));
        assertThat(enterprises.find(one.taxCode())).contains(one.withRevision(1));
        assertThat(enterprises.find("3700145020")).isEmpty();
    }

    @Test
    void everyChangeKeepsWhoWhenFromWhatAndWhat() {
        save(enterprise("Công ty Minh Phát", 10));
        signedIn.out();
        inTransaction(() -> enterprises.save(enterprise("Công ty Minh Phát", 11).withRevision(1), "H09-261123-0001"));

        List<EnterpriseChange> history = enterprises.history(CODE);

        assertThat(history).hasSize(2);
        assertThat(history.get(0)).satisfies(change -> {
            assertThat(change.revision()).isEqualTo(2);
            assertThat(change.changedBy()).isEqualTo("system");
            assertThat(change.source()).isEqualTo("H09-261123-0001");
            assertThat(change.changes()).containsExactly(new FieldChange("employees", "Số lao động", 10, 11));
        });
        assertThat(history.get(1)).satisfies(change -> {
            assertThat(change.revision()).isEqualTo(1);
            assertThat(change.changedBy()).isEqualTo("binhduong.officer1");
            assertThat(change.source()).isEqualTo("api");
            assertThat(change.changes())
                    .contains(
                            new FieldChange("taxCode", "Mã số thuế", null, CODE),
                            new FieldChange("enterpriseName", "Tên doanh nghiệp", null, "Công ty Minh Phát"),
                            new FieldChange("womenOwned", "Do phụ nữ làm chủ", null, false))
                    .extracting(FieldChange::field)
                    .doesNotContain("address");
        });
    }

    @Test
    void historyIsNeverRewritten() {
        save(enterprise("A", 1));
        for (String sql :
                List.of("update lienket.enterprise_change set line = 1", "delete from lienket.enterprise_change")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatIsAsItWasStaysAsItWas() {
        Enterprise first = save(enterprise("A", 1));
        assertThat(save(first)).isEqualTo(first);
        assertThat(enterprises.history(CODE)).hasSize(1);
    }

    @Test
    void whoReadAnOlderRevisionIsTold() {
        save(enterprise("A", 1));
        save(enterprise("B", 1).withRevision(1));

        assertConflict(() -> save(enterprise("C", 1).withRevision(1)));
        assertConflict(() -> save(enterprise("C", 1)));
        assertThat(enterprises.find(CODE)).map(Enterprise::name).contains("B");
        assertThat(enterprises.history(CODE)).hasSize(2);
    }

    @Test
    void ofSeveralWhoAddTheSameEnterpriseAtOnceOneDoes() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Boolean>> added = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "Công ty " + i;
            added.add(people.submit(() -> {
                together.await();
                try {
                    save(enterprise(name, 1));
                    return true;
                } catch (ProblemException conflict) {
                    return false;
                }
            }));
        }
        together.countDown();
        int successes = 0;
        for (Future<Boolean> one : added) {
            successes += one.get() ? 1 : 0;
        }
        people.shutdown();

        assertThat(successes).isEqualTo(1);
        assertThat(enterprises.history(CODE)).hasSize(1);
    }

    @Test
    void aLockedEnterpriseWaitsForTheTransaction() throws Exception {
        save(enterprise("A", 1));
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<Enterprise> waiting = inTransaction(() -> {
            enterprises.lock(CODE).orElseThrow();
            Future<Enterprise> saving =
                    other.submit(() -> save(enterprise("B", 1).withRevision(1)));
            assertThatThrownBy(() -> saving.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return saving;
        });

        assertThat(waiting.get(10, TimeUnit.SECONDS).name()).isEqualTo("B");
        other.shutdown();
    }

    @Test
    void isWrittenInTheTransactionOfItsStepOnly() {
        assertThatThrownBy(() -> enterprises.save(enterprise("A", 1), "api"))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> enterprises.lock(CODE)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minh phát",
                "MINH PHÁT",
                "minh phat",
                "phat minh",
                "Phát, Minh!",
                "  phat   minh ",
                "mi ph",
                "cong ty minh",
                "duong minh",
                "Đường",
                "đưỜng",
                "3700145020",
                "37001",
                "3700145020 phat",
                "pha\u0301t",
                "(phat)",
                "“Minh\u00A0Phát”",
                "Ðường",
                "ðường",
                "du\u00ADong",
                "200%"
            })
    void findsByTheBeginningsOfWordsWithAndWithoutAccentsInAnyOrder(String text) {
        save(enterprise("Công ty TNHH (Minh-Phát) Đường Biên 200%", 1));
        save(other("Hợp tác xã Ánh Sáng"));

        assertThat(names(text)).containsExactly("Công ty TNHH (Minh-Phát) Đường Biên 200%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hat", "minh sang", "00145020", "phat_x", "d%ng", "3700145021"})
    void findsNothingElse(String text) {
        save(enterprise("Công ty TNHH (Minh-Phát) Đường Biên 200%", 1));

        assertThat(names(text)).isEmpty();
    }

    @Test
    void signsAloneDoNotRestrict() {
        save(enterprise("A", 1));
        assertThat(names(" -_%\\ ")).hasSize(1);
        assertThat(names(null)).hasSize(1);
    }

    @Test
    void findsBySectorAndSize() {
        sizes.small(100);
        save(enterprise("Lớn", 101));
        save(other("Nhỏ"));

        assertThat(found(new EnterpriseQuery(null, null, "large"))).containsExactly("Lớn");
        assertThat(found(new EnterpriseQuery(null, null, "small"))).containsExactly("Nhỏ");
        assertThat(found(new EnterpriseQuery(null, Sector.AGRICULTURE, null))).containsExactly("Lớn");
        assertThat(found(new EnterpriseQuery("nho", Sector.TRADE_SERVICES, "small")))
                .containsExactly("Nhỏ");
        assertThat(found(new EnterpriseQuery("nho", Sector.AGRICULTURE, "small")))
                .isEmpty();
    }

    @Test
    void pagesAreInTheOrderOfTheCodesAndKnowHowManyThereAre() {
        List<Enterprise> some = new EnterpriseGenerator(5).enterprises(25).toList();
        some.forEach(this::save);
        List<String> codes = some.stream().map(Enterprise::taxCode).sorted().toList();
        EnterpriseQuery all = new EnterpriseQuery("", null, null);

        EnterprisePage first = enterprises.search(all, 0, 10);
        assertThat(first.items()).extracting(Enterprise::taxCode).containsExactlyElementsOf(codes.subList(0, 10));
        assertThat(first.total()).isEqualTo(25);
        assertThat(first.totalIsLowerBound()).isFalse();
        assertThat(enterprises.search(all, 2, 10).items())
                .extracting(Enterprise::taxCode)
                .containsExactlyElementsOf(codes.subList(20, 25));
        assertThat(enterprises.search(all, 3, 10).items()).isEmpty();
        assertThat(enterprises.count(all)).isEqualTo(25);
    }

    @Test
    void aQueryGoesOnAfterTheLastCodeThatWasDone() {
        List<String> codes = new EnterpriseGenerator(5)
                .enterprises(25)
                .map(this::save)
                .map(Enterprise::taxCode)
                .sorted()
                .toList();
        EnterpriseQuery all = new EnterpriseQuery(null, null, null);

        assertThat(enterprises.taxCodes(all, null, 7)).isEqualTo(codes.subList(0, 7));
        assertThat(enterprises.taxCodes(all, codes.get(6), 7)).isEqualTo(codes.subList(7, 14));
        assertThat(enterprises.taxCodes(all, codes.get(24), 7)).isEmpty();
        List<String> each = new ArrayList<>();
        enterprises.forEachTaxCode(all, each::add);
        assertThat(each).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"100, large", "101, small", "null, null"},
            nullValues = "null")
    void theSizeIsWhatTheRuleSaysWhenItIsWritten(Integer limit, String size) {
        sizes.small(limit);
        assertThat(save(enterprise("A", 101)).size()).isEqualTo(size);
        assertThat(enterprises.find(CODE)).map(Enterprise::size).isEqualTo(Optional.ofNullable(size));
    }

    @Test
    void aNewRuleGivesNewSizesAndLeavesNoHistory() {
        new EnterpriseGenerator(5).enterprises(2_100).forEach(this::save);
        long above = enterprises.count(new EnterpriseQuery(null, null, null))
                - new EnterpriseGenerator(5)
                        .enterprises(2_100)
                        .filter(one -> one.employees() <= 100)
                        .count();

        sizes.small(100);
        assertThat(enterprises.resize()).isEqualTo(2_100);
        assertThat(enterprises.resize()).isZero();
        assertThat(enterprises.count(new EnterpriseQuery(null, null, "large"))).isEqualTo(above);
        assertThat(registry.count("enterprise_change")).isEqualTo(2_100);
    }

    private List<String> names(String text) {
        return found(new EnterpriseQuery(text, null, null));
    }

    private List<String> found(EnterpriseQuery query) {
        EnterprisePage page = enterprises.search(query, 0, 20);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Enterprise::name).toList();
    }

    private Enterprise save(Enterprise enterprise) {
        return inTransaction(() -> enterprises.save(enterprise, "api"));
    }

    private <T> T inTransaction(Supplier<T> step) {
        return new TransactionTemplate(transactions).execute(status -> step.get());
    }

    private static void assertConflict(Supplier<?> step) {
        assertThatThrownBy(step::get)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
    }

    private static Enterprise enterprise(String name, int employees) {
        return enterprise(CODE, name, Sector.AGRICULTURE, employees);
    }

    private static Enterprise other(String name) {
        return enterprise("0300588569", name, Sector.TRADE_SERVICES, 1);
    }

    private static Enterprise enterprise(String taxCode, String name, Sector sector, int employees) {
        return new Enterprise(
                taxCode, name, sector, employees, 0, 0, false, false, null, null, null, null, null, null, null, null,
                0);
    }
}
