package vn.lienket.enterprise;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.content.SpooledFile;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.enterprise.table.Table;
import vn.lienket.enterprise.table.UnreadableTableException;

/**
 * Works on one import at a time, batch by batch. A batch is one transaction with its rows, their history, the refusals and the
 * progress: whatever stops a node, the next one skips what was read and goes on as if nothing had been.
 */
@Component
class ImportRunner {

    static final int BATCH = 2_000;

    private static final int MAX_ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ImportStore store;
    private final ImportMerge merge;
    private final RegistryProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportRunner(
            ImportStore store,
            ImportMerge merge,
            RegistryProperties properties,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.merge = merge;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes the next import that nobody works on and brings it to its end.
     *
     * @param goOn asked before each batch; after a no the import waits for another node
     * @return whether there was one
     */
    boolean runNext(BooleanSupplier goOn) {
        UUID worker = UUID.randomUUID();
        Optional<RegistryImport> leased = store.lease(worker, properties.lease());
        leased.ifPresent(next -> attempt(next, worker, goOn));
        return leased.isPresent();
    }

    /** A failure that is not the file's leaves the lease to run out: that is the pause before another attempt. */
    private void attempt(RegistryImport leased, UUID worker, BooleanSupplier goOn) {
        try {
            run(leased, worker, goOn);
        } catch (UnreadableTableException e) {
            fail(leased.id(), worker, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} stopped at row {}, attempt {}", leased.id(), leased.read(), leased.attempts(), e);
            if (leased.attempts() >= MAX_ATTEMPTS) {
                fail(
                        leased.id(),
                        worker,
                        "Hệ thống gặp lỗi khi nhập tệp. Các dòng đã đọc vẫn được giữ; hãy báo quản trị.");
            }
        }
    }

    private void run(RegistryImport leased, UUID worker, BooleanSupplier goOn) throws IOException {
        try (SpooledFile file = SpooledFile.of(target -> store.writeTo(leased.id(), target));
                Table table = leased.format().open(file.path())) {
            ImportColumns columns = ImportColumns.of(table.header());
            for (int i = 0; i < leased.read(); i++) {
                table.next();
            }
            while (goOn.getAsBoolean()) {
                long begun = System.nanoTime();
                ImportBatch batch = ImportBatch.next(table, columns, BATCH);
                if (!write(leased.id(), worker, columns, batch, begun) || batch.last()) {
                    return;
                }
            }
            store.release(leased.id(), worker);
        }
    }

    /** False if the import has been cancelled or another node has taken it over: then nothing is written. */
    private boolean write(UUID id, UUID worker, ImportColumns columns, ImportBatch batch, long begun) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<RegistryImport> held = store.hold(id, worker);
            held.ifPresent(running -> {
                store.refuse(id, batch.refusals());
                ImportMerge.Outcome outcome = merge.merge(running, columns.fields(), batch.accepted());
                if (batch.last()) {
                    refreshStatistics();
                }
                store.progress(id, batch, outcome, Duration.ofNanos(System.nanoTime() - begun), properties.lease());
                if (batch.last()) {
                    store.end(id, State.DONE, null);
                }
            });
            return held.isPresent();
        }));
    }

    /** So that the first search after an import finds the index in order and has the plan that fits. */
    private void refreshStatistics() {
        jdbc.sql("select gin_clean_pending_list('lienket.enterprise_by_text')")
                .query(Long.class)
                .single();
        jdbc.sql("analyze lienket.enterprise").update();
    }

    private void fail(UUID id, UUID worker, String message) {
        transaction.executeWithoutResult(
                status -> store.hold(id, worker).ifPresent(running -> store.end(id, State.FAILED, message)));
    }
}
