package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.enterprise.EnterpriseChange.FieldChange;
import vn.lienket.enterprise.RegistryContext.Registry;
import vn.lienket.enterprise.RegistryContext.SettableSizes;
import vn.lienket.enterprise.RegistryContext.SignedIn;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.problem.ProblemException;

/** Imports as the database sees them. Three batches of the real size are the smallest file with a middle. */
@RegistryTest
class RegistryImportsTest {

    private static final String HEADER = "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned";
    private static final String ONE = "3700145020,Công ty Minh Phát,agriculture,10,3000000000,20,TRUE";
    private static final String TWO = "0300588569,Công ty Ánh Sáng,trade-services,20,1,2,FALSE";
    private static final int THREE_BATCHES = 2 * ImportRunner.BATCH + 500;

    private final EnterpriseGenerator generator = new EnterpriseGenerator(11);

    @Autowired
    private RegistryImports imports;

    @Autowired
    private ImportRunner runner;

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

    @BeforeEach
    void emptyRegistry() {
        registry.empty();
        signedIn.officer();
        sizes.small(null);
    }

    @ParameterizedTest
    @CsvSource({"',', true", "',', false", ";, true", ";, false"})
    void everyFormOfCsvBringsTheSameEnterprises(char separator, boolean byteOrderMark) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        generator.writeCsv(file, 50, separator, byteOrderMark);

        assertDone(imported(file.toByteArray()), 50, 50, 0, 0, 0);
        assertThat(all()).isEqualTo(generated(50));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soDoesXlsx(boolean sharedStrings) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        generator.writeXlsx(file, 50, sharedStrings);

        assertDone(imported(file.toByteArray()), 50, 50, 0, 0, 0);
        assertThat(all()).isEqualTo(generated(50));
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        byte[] file = file(THREE_BATCHES);
        assertDone(imported(file), THREE_BATCHES, THREE_BATCHES, 0, 0, 0);
        Map<String, Enterprise> before = all();

        assertDone(imported(file), THREE_BATCHES, 0, 0, THREE_BATCHES, 0);
        assertThat(all()).isEqualTo(before);
        assertThat(registry.count("enterprise_change")).isEqualTo(THREE_BATCHES);
    }

    @Test
    void aChangedRowIsTheNextRevisionWithItsLineInTheHistory() {
        RegistryImport first = imported(HEADER, ONE, TWO);
        RegistryImport second = imported(HEADER, TWO, ONE.replace(",10,", ",11,"));

        assertDone(second, 2, 0, 1, 1, 0);
        assertThat(enterprises.find("3700145020")).hasValueSatisfying(known -> {
            assertThat(known.revision()).isEqualTo(2);
            assertThat(known.employees()).isEqualTo(11);
        });
        List<EnterpriseChange> history = enterprises.history("3700145020");
        assertThat(history).extracting(EnterpriseChange::importId).containsExactly(second.id(), first.id());
        assertThat(history).extracting(EnterpriseChange::line).containsExactly(3, 2);
        assertThat(history).extracting(EnterpriseChange::source).containsOnly("import");
        assertThat(history).extracting(EnterpriseChange::fileName).containsOnly("danh-sach.csv");
        assertThat(history).extracting(EnterpriseChange::changedBy).containsOnly("binhduong.officer1");
        assertThat(history.get(0).changes()).containsExactly(new FieldChange("employees", "Số lao động", 10, 11));
    }

    @Test
    void aColumnThatIsNotInTheFileKeepsItsValueAndAnEmptyCellClearsIt() {
        imported(HEADER + ",address,contactName", ONE + ",12 Yersin,Nguyễn Ánh");

        imported(HEADER + ",contactName", ONE + ",");

        assertThat(enterprises.find("3700145020")).hasValueSatisfying(known -> {
            assertThat(known.address()).isEqualTo("12 Yersin");
            assertThat(known.contactName()).isNull();
        });
    }

    @Test
    void columnsComeInAnyOrderAndCase() {
        assertDone(
                imported(
                        "WomenOwned;CAPITAL;revenue;employees;sector; enterpriseName ;taxcode",
                        "có;1;2;3;agriculture;\"Công ty\nÁnh; Sáng\";3700145020"),
                1,
                1,
                0,
                0,
                0);
        assertThat(enterprises.find("3700145020")).map(Enterprise::name).contains("Công ty Ánh; Sáng");
    }

    @Test
    void everyRefusedRowIsNamedByLineColumnAndReasonAndTheOthersComeIn() {
        RegistryImport done = imported(
                HEADER,
                ONE,
                "3700145021,\"Công ty\nhai dòng\",agriculture,-1,1,1,TRUE",
                "",
                "300588569,Công ty,agriculture,1,1,1,TRUE",
                "0300588569,Công ty,agriculture,1,1,1",
                TWO,
                ONE);

        assertDone(done, 6, 2, 0, 0, 4);
        assertThat(refusals(done))
                .containsExactly(
                        new Refusal(
                                3, "taxCode", "Mã số thuế: chữ số kiểm tra (chữ số thứ 10) không đúng.", "3700145021"),
                        new Refusal(3, "employees", "Số lao động: không được âm.", "-1"),
                        new Refusal(
                                6,
                                "taxCode",
                                "Mã số thuế: thiếu chữ số, có thể số 0 ở đầu đã mất vì ô ở dạng số; hãy để ô ở dạng văn bản và"
                                        + " nhập đủ 10 chữ số.",
                                "300588569"),
                        new Refusal(7, "", "Dòng có 6 ô, dòng tiêu đề có 7 ô.", null),
                        new Refusal(9, "taxCode", "Mã số thuế: đã có ở dòng 2 của tệp.", "3700145020"));
    }

    @Test
    void aRepeatedCodeIsFoundAcrossBatchesToo() throws IOException {
        String file = new String(file(THREE_BATCHES), StandardCharsets.UTF_8);
        String first = file.lines().skip(1).findFirst().orElseThrow();

        RegistryImport done = imported((file + first + "\r\n" + first + "\r\n").getBytes(StandardCharsets.UTF_8));

        assertDone(done, THREE_BATCHES + 2, THREE_BATCHES, 0, 0, 2);
        assertThat(refusals(done))
                .extracting(Refusal::line, Refusal::reason)
                .allSatisfy(
                        refusal -> assertThat(refusal.toList().get(1)).isEqualTo("Mã số thuế: đã có ở dòng 2 của tệp."))
                .extracting(refusal -> refusal.toList().get(0))
                .containsExactly(THREE_BATCHES + 2, THREE_BATCHES + 3);
    }

    @Test
    void cellsOfASheetThatCannotBeMeantAreRefusedAndNotGuessed() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            row(workbook, 0, (Object[]) (HEADER + ",vsicVersion,vsicCode").split(","));
            row(workbook, 1, 300_588_569, "Mất số 0", "agriculture", 1, 1, 1, true, "2025", "01110");
            row(workbook, 2, 3_700_145_020L, "Số đủ", "agriculture", 1, 3e9, 1, false, "2025", "01110");
            row(workbook, 3, "0300588569", "Ngành là số", "agriculture", 1, 1, 1, 1, 2025, 1110);
            row(workbook, 4, "0101248141", "Công thức", "agriculture", null, 1, 1, 1, null, null);
            workbook.getSheetAt(0).getRow(4).createCell(3).setCellFormula("1+1");
            row(workbook, 5, "0101248141", "Thêm ô", "agriculture", 1, 1, 1, 1, null, null, "ghi chú");
            workbook.write(file);
        }

        RegistryImport done = imported(file.toByteArray());

        assertDone(done, 5, 1, 0, 0, 4);
        assertThat(refusals(done))
                .extracting(Refusal::line, Refusal::field)
                .containsExactly(tuple(2, "taxCode"), tuple(4, "vsicCode"), tuple(5, "employees"), tuple(6, ""));
        assertThat(enterprises.find("3700145020")).hasValueSatisfying(known -> {
            assertThat(known.revenue()).isEqualTo(3_000_000_000L);
            assertThat(known.vsicCode()).isEqualTo("01110");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taxCode,enterpriseName,sector,employees,revenue,capital | thiếu cột womenOwned",
                "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned,ghiChu | cột lạ ghiChu",
                "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned,taxcode | cột lặp lại taxCode",
                "taxCode,,enterpriseName,sector,employees,revenue,capital,womenOwned | cột lạ (trống)",
                "xin chào | thiếu cột taxCode"
            })
    void anotherHeaderIsRefusedAtOnce(String header, String reason) {
        assertRefused(header + "\n" + ONE, StandardCharsets.UTF_8, reason);
    }

    @Test
    void aFileThatIsNoTextIsRefusedAtOnce() {
        assertRefused(HEADER + "\n" + ONE, StandardCharsets.UTF_16, "UTF-8");
        assertRefused("", StandardCharsets.UTF_8, "không có nội dung");
    }

    @Test
    void aFileThatBreaksInTheMiddleFailsThereAndSaysSo() {
        RegistryImport failed = imported(HEADER, ONE, "\"0300588569,Công ty");

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.message()).contains("sau dòng 2").endsWith(".");
        assertThat(registry.count("enterprise_import_chunk")).isZero();
    }

    @Test
    void afterTheEndOnlyTheResultIsKept() throws IOException {
        RegistryImport done = imported(file(10));

        assertThat(done.sha256()).hasSize(64);
        assertThat(done.endedAt()).isNotNull();
        assertThat(registry.count("enterprise_import_chunk")).isZero();
        assertThat(registry.count("enterprise_import_line")).isZero();
    }

    @Test
    void progressIsReadableAfterEachBatch() throws IOException {
        RegistryImport accepted = accept(file(THREE_BATCHES));
        assertThat(accepted.read()).isZero();
        List<Integer> read = new ArrayList<>();

        runner.runNext(accepted.id(), () -> {
            RegistryImport running = imports.find(accepted.id());
            assertThat(running.state()).isEqualTo(State.RUNNING);
            read.add(running.read());
            return true;
        });

        assertThat(read).containsExactly(ImportRunner.BATCH, 2 * ImportRunner.BATCH);
        assertThat(imports.find(accepted.id()).rowsPerSecond()).isPositive();
    }

    @Test
    void aCancelledImportStopsAfterItsBatchAndKeepsWhatItHas() throws IOException {
        RegistryImport accepted = accept(file(THREE_BATCHES));

        RegistryImport cancelled = runner.runNext(accepted.id(), () -> {
            imports.cancel(accepted.id());
            return true;
        });

        assertThat(cancelled).isEqualTo(imports.find(accepted.id()));
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.read()).isEqualTo(ImportRunner.BATCH);
        assertThat(registry.count("enterprise")).isEqualTo(ImportRunner.BATCH);
        assertThat(runner.runNext(accepted.id())).isEqualTo(cancelled);
        assertThat(registry.count("enterprise")).isEqualTo(ImportRunner.BATCH);
        assertThatThrownBy(() -> imports.cancel(accepted.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCrashInAnyBatchLeavesNoTraceOfItAndTheNextNodeGoesOn(int crash) throws IOException {
        byte[] file = fileWithRefusals();
        RegistryImport whole = imported(file);
        Map<String, Enterprise> expected = all();
        registry.empty();

        RegistryImport accepted = accept(file);
        crashInBatch(accepted, crash);
        RegistryImport crashed = imports.find(accepted.id());
        assertThat(crashed.state()).isEqualTo(State.RUNNING);
        assertThat(crashed.read()).isEqualTo((crash - 1) * ImportRunner.BATCH);
        assertThat(registry.count("enterprise_change")).isEqualTo(crashed.added());
        assertThat(registry.count("enterprise")).isEqualTo(crashed.added());

        registry.runImports();

        RegistryImport resumed = imports.find(accepted.id());
        assertDone(resumed, whole.read(), whole.added(), whole.changed(), whole.unchanged(), whole.refused());
        assertThat(all()).isEqualTo(expected);
        assertThat(registry.count("enterprise_change")).isEqualTo(whole.added());
        assertThat(refusals(resumed)).hasSize(whole.refused());
    }

    @Test
    void aNodeThatWasThoughtDeadWritesNothingMore() throws IOException {
        RegistryImport accepted = accept(file(THREE_BATCHES));

        runner.runNext(accepted.id(), () -> {
            registry.runImports();
            return true;
        });

        assertDone(imports.find(accepted.id()), THREE_BATCHES, THREE_BATCHES, 0, 0, 0);
        assertThat(registry.count("enterprise_change")).isEqualTo(THREE_BATCHES);
    }

    @Test
    void aNodeThatStopsHandsItsImportOverAtOnce() throws IOException {
        RegistryImport accepted = accept(file(THREE_BATCHES));
        assertThat(runner.runNext(accepted.id(), () -> false).read()).isEqualTo(ImportRunner.BATCH);

        assertDone(runner.runNext(accepted.id()), THREE_BATCHES, THREE_BATCHES, 0, 0, 0);
    }

    @Test
    void twoNodesAtOnceWorkOnEachFileOnce() throws Exception {
        RegistryImport one = accept(file(THREE_BATCHES));
        RegistryImport other = accept(file(THREE_BATCHES));
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        for (Future<?> node : List.of(nodes.submit(registry::runImports), nodes.submit(registry::runImports))) {
            node.get();
        }
        nodes.shutdown();

        RegistryImport first = imports.find(one.id());
        RegistryImport second = imports.find(other.id());
        assertThat(List.of(first.state(), second.state())).containsOnly(State.DONE);
        assertThat(first.added() + second.added()).isEqualTo(THREE_BATCHES);
        assertThat(first.unchanged() + second.unchanged()).isEqualTo(THREE_BATCHES);
        assertThat(registry.count("enterprise_change")).isEqualTo(THREE_BATCHES);
    }

    @Test
    void importedEnterprisesHaveTheirSize() throws IOException {
        sizes.small(100);
        imported(file(100));

        assertThat(all().values())
                .allSatisfy(known -> assertThat(known.size()).isEqualTo(known.employees() > 100 ? "large" : "small"));
    }

    /** The batch fails at its commit, after everything has been written. */
    private void crashInBatch(RegistryImport accepted, int number) {
        jdbc.sql("""
                create or replace function lienket.crash() returns trigger language plpgsql as $$
                begin
                    if new.read > %d then
                        raise exception 'crash';
                    end if;
                    return new;
                end $$""".formatted((number - 1) * ImportRunner.BATCH)).update();
        jdbc.sql("""
                create constraint trigger crash after update on lienket.enterprise_import
                deferrable initially deferred for each row execute function lienket.crash()""").update();
        try {
            assertThatThrownBy(() -> runner.runNext(accepted.id())).hasStackTraceContaining("crash");
        } finally {
            jdbc.sql("drop function lienket.crash() cascade").update();
        }
    }

    private byte[] fileWithRefusals() throws IOException {
        List<String> lines =
                new String(file(THREE_BATCHES), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        for (int line = 100; line < lines.size(); line += 700) {
            lines.set(line, lines.get(line).replaceFirst("^37", "99"));
        }
        lines.add(lines.get(5));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] file(int rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        generator.writeCsv(file, rows, ',', false);
        return file.toByteArray();
    }

    private RegistryImport imported(String... lines) {
        return imported(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private RegistryImport imported(byte[] file) {
        UUID id = accept(file).id();
        registry.runImports();
        return imports.find(id);
    }

    private RegistryImport accept(byte[] file) {
        return imports.accept(new ByteArrayInputStream(file), "danh-sach.csv");
    }

    private List<Refusal> refusals(RegistryImport done) {
        List<Refusal> refusals = new ArrayList<>();
        imports.forEachRefusal(done.id(), refusals::add);
        return refusals;
    }

    private Map<String, Enterprise> all() {
        Map<String, Enterprise> all = new TreeMap<>();
        enterprises.forEachTaxCode(
                new EnterpriseQuery(null, null, null),
                code -> all.put(code, enterprises.find(code).orElseThrow()));
        return all;
    }

    private Map<String, Enterprise> generated(int count) {
        return generator
                .enterprises(count)
                .map(enterprise -> enterprise.withRevision(1))
                .collect(Collectors.toMap(Enterprise::taxCode, enterprise -> enterprise));
    }

    private void assertRefused(String text, Charset charset, String reason) {
        assertThatThrownBy(() -> accept(text.getBytes(charset)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.fields())
                            .extracting(ProblemException.Field::name)
                            .containsExactly("file");
                    assertThat(refused.getMessage()).contains(reason).endsWith(".");
                });
        assertThat(registry.count("enterprise_import")).isZero();
    }

    private static void assertDone(RegistryImport done, int read, int added, int changed, int unchanged, int refused) {
        assertThat(done.state()).as(done.message()).isEqualTo(State.DONE);
        assertThat(List.of(done.read(), done.added(), done.changed(), done.unchanged(), done.refused()))
                .as("read, added, changed, unchanged, refused")
                .containsExactly(read, added, changed, unchanged, refused);
    }

    private static void row(XSSFWorkbook workbook, int number, Object... values) {
        XSSFRow row = workbook.getSheetAt(0).createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else if (values[i] instanceof Boolean value) {
                row.createCell(i).setCellValue(value);
            } else if (values[i] != null) {
                row.createCell(i).setCellValue(values[i].toString());
            }
        }
    }
}
