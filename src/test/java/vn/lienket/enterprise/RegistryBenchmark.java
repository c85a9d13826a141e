package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.enterprise.RegistryContext.Registry;
import vn.lienket.enterprise.RegistryContext.SettableSizes;
import vn.lienket.enterprise.RegistryContext.SignedIn;

/** Figures, not verdicts: {@code ./mvnw test -Dtest=RegistryBenchmark -Dlienket.benchmark=true}. */
@RegistryTest
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class RegistryBenchmark {

    private static final int ROWS = Integer.getInteger("lienket.benchmark.rows", 65_000);
    private static final int SEARCHES = 300;
    private static final Logger LOG = LoggerFactory.getLogger(RegistryBenchmark.class);

    private final EnterpriseGenerator generator = new EnterpriseGenerator(2026);

    @TempDir
    private Path folder;

    @Autowired
    private RegistryImports imports;

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
    private JdbcTemplate template;

    @BeforeEach
    void signIn() {
        signedIn.officer();
        sizes.small(100);
    }

    @Test
    void importBesideAPlainCopy() throws Exception {
        Path csv = file("csv", out -> generator.writeCsv(out, ROWS, ',', true));
        Path shared = file("xlsx", out -> generator.writeXlsx(out, ROWS, true));
        Path inline = file("xlsx", out -> generator.writeXlsx(out, ROWS, false));
        copy();
        imported("warm-up", csv);
        for (int round = 1; round <= 3; round++) {
            long copy = copy();
            report("plain COPY", copy, copy);
            registry.empty();
            report("CSV, first time", copy, imported("CSV, first time", csv));
            report("CSV, again", copy, imported("CSV, again", csv));
            registry.empty();
            report("XLSX with shared strings", copy, imported("XLSX with shared strings", shared));
            registry.empty();
            report("XLSX with strings in cells", copy, imported("XLSX with strings in cells", inline));
        }
        assertThat(registry.count("enterprise")).isEqualTo(ROWS);
    }

    /** Collects before every sample, so that what is counted is alive. */
    @Test
    void liveHeapForOneAndForFourTimesTheRows() throws Exception {
        for (int rows : new int[] {ROWS, 4 * ROWS}) {
            for (Path file : List.of(
                    file("csv", out -> generator.writeCsv(out, rows, ',', true)),
                    file("xlsx", out -> generator.writeXlsx(out, rows, true)))) {
                registry.empty();
                imports(file, rows + " rows of " + file.getFileName(), RegistryBenchmark::settledHeap, 500, rows);
            }
        }
    }

    @Test
    void searchAtFullSize() throws Exception {
        registry.empty();
        imported("to search in", file("csv", out -> generator.writeCsv(out, ROWS, ',', true)));
        Random random = new Random(7);
        List<Enterprise> all = generator.enterprises(ROWS).toList();
        Supplier<Enterprise> any = () -> all.get(random.nextInt(all.size()));

        measure("whole tax code", () -> any.get().taxCode());
        measure("beginning of a tax code", () -> any.get().taxCode().substring(0, 4 + random.nextInt(4)));
        measure("whole name", () -> any.get().name());
        measure("last two words", () -> lastWords(any.get().name(), 2));
        measure(
                "last two words, no accents, turned round",
                () -> turned(lastWords(any.get().name(), 2)));
        measure("one word of the name", () -> lastWords(any.get().name(), 1));
        measure("last codes of all", () -> "3799");
        measure("very common words", () -> "cong ty");
        measure("common and rare", () -> "cong ty " + lastWords(any.get().name(), 2));
        measure("one letter", () -> "t");
        measure("nothing like it", () -> "xyzzy");
        measure("rare beginning, no hit together", () -> "ung yen cao su dien tu");
        measure("no text", () -> "");
        for (Sector sector : Sector.values()) {
            measure("sector and a word", () -> "phat", sector, null);
            measure("sector and size", () -> "", sector, "small");
        }
        measure("size that nobody has", () -> "", null, "micro");
        measurePage("page 100 of common words", "cong ty", 100);
        plans();
    }

    private void plans() {
        for (String words : List.of("cong ty", "cong ty minh phat", "3712", "xyzzy")) {
            StringBuilder where = new StringBuilder("true");
            for (String word : words.split(" ")) {
                where.append(" and search_text like '%% %s%%'".formatted(word));
            }
            explain(
                    words + ": page if rare",
                    "select * from lienket.enterprise where " + where + " order by tax_code || '' limit 20");
            explain(
                    words + ": page if common",
                    "select * from lienket.enterprise where " + where + " order by tax_code limit 20");
            explain(
                    words + ": total",
                    "select count(*) from (select from lienket.enterprise where " + where + " limit 10001) found");
        }
    }

    private void explain(String what, String sql) {
        LOG.warn(
                "{}\n{}",
                what,
                String.join(
                        "\n",
                        jdbc.sql("explain (analyze, costs off, timing off, buffers off) " + sql)
                                .query(String.class)
                                .list()));
    }

    private void measure(String what, Supplier<String> text) {
        measure(what, text, null, null);
    }

    private void measure(String what, Supplier<String> text, Sector sector, String size) {
        List<Long> times = new ArrayList<>();
        long found = 0;
        for (int i = 0; i < SEARCHES; i++) {
            EnterpriseQuery query = new EnterpriseQuery(text.get(), sector, size);
            long begun = System.nanoTime();
            found += enterprises.search(query, 0, 20).total();
            times.add(System.nanoTime() - begun);
        }
        report(what + (sector == null ? "" : " " + sector.id()), times, found / SEARCHES);
    }

    private void measurePage(String what, String text, int page) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            long begun = System.nanoTime();
            enterprises.search(new EnterpriseQuery(text, null, null), page, 20);
            times.add(System.nanoTime() - begun);
        }
        report(what, times, -1);
    }

    private static void report(String what, List<Long> times, long found) {
        Collections.sort(times);
        LOG.warn(
                "search {}: p50 {} ms, p95 {} ms, max {} ms; {} found on average",
                what,
                millis(times.get(times.size() / 2)),
                millis(times.get(times.size() * 95 / 100)),
                millis(times.get(times.size() - 1)),
                found);
    }

    /** The same rows into the same table with its indexes, empty, with nothing checked and nothing noted. */
    private long copy() {
        registry.empty();
        CopyText text = new CopyText();
        generator.enterprises(ROWS).forEach(enterprise -> {
            EnterpriseSql.FIELDS.forEach(field -> text.value(field.of(enterprise)));
            text.value(enterprise.employees() > 100 ? "large" : "small");
            text.value(1);
            text.endRow();
        });
        String rows = text.toString();
        long begun = System.nanoTime();
        template.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy lienket.enterprise (%s, size, revision) from stdin"
                                        .formatted(EnterpriseSql.columns()),
                                new StringReader(rows));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return System.nanoTime() - begun;
    }

    private long imported(String what, Path file) throws Exception {
        return imports(file, what, RegistryBenchmark::usedHeap, 5, ROWS);
    }

    private long imports(Path file, String what, LongSupplier heap, int pause, int rows) throws Exception {
        long before = settledHeap();
        AtomicLong peak = new AtomicLong();
        Thread sampler = new Thread(() -> sample(peak, heap, pause));
        sampler.start();
        long begun = System.nanoTime();
        RegistryImport accepted;
        try (InputStream content = Files.newInputStream(file)) {
            accepted = imports.accept(content, file.getFileName().toString());
        }
        registry.runImports();
        long time = System.nanoTime() - begun;
        sampler.interrupt();
        sampler.join();
        RegistryImport done = imports.find(accepted.id());
        assertThat(done.state()).isEqualTo(RegistryImport.State.DONE);
        assertThat(done.read()).isEqualTo(rows);
        LOG.warn(
                "{}: heap {} MB before, {} MB at most while it ran, {} MB after; added {}, unchanged {}, {} rows/s",
                what,
                before >> 20,
                peak.get() >> 20,
                settledHeap() >> 20,
                done.added(),
                done.unchanged(),
                done.rowsPerSecond());
        return time;
    }

    private static void report(String what, long copy, long time) {
        LOG.warn("{}: {} ms, {} times the COPY", what, millis(time), "%.1f".formatted((double) time / copy));
    }

    private static void sample(AtomicLong peak, LongSupplier heap, int pause) {
        try {
            while (true) {
                peak.accumulateAndGet(heap.getAsLong(), Math::max);
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static long settledHeap() {
        System.gc();
        return usedHeap();
    }

    private static long usedHeap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

    private static String lastWords(String name, int count) {
        String[] words = name.split(" ");
        return String.join(" ", List.of(words).subList(Math.max(0, words.length - count), words.length));
    }

    private String turned(String words) {
        String[] plain = jdbc.sql("select lienket.search_text(?)")
                .param(words)
                .query(String.class)
                .single()
                .strip()
                .split(" +");
        return plain[plain.length - 1] + " " + plain[0];
    }

    private Path file(String extension, Content content) throws IOException {
        Path file = Files.createTempFile(folder, "enterprises", "." + extension);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
        return file;
    }

    private interface Content {

        void writeTo(OutputStream out) throws IOException;
    }
}
