package vn.lienket.enterprise;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.content.SpooledFile;
import vn.lienket.engine.JobFailure;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.enterprise.table.Table;
import vn.lienket.enterprise.table.UnreadableTableException;

/**
 * Works on an import batch by batch. A batch is one transaction, not the caller's, with its rows, their history, the refusals and the
 * progress: whatever stops a node, the next one skips what was read and goes on as if nothing had been.
 */
@Component
public class ImportRunner {

    static final int BATCH = 2_000;

    /** With the batch in hand and the way to its first row, well within the lock of a job. */
    private static final Duration SLICE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ImportStore store;
    private final ImportMerge merge;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    ImportRunner(ImportStore store, ImportMerge merge, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.store = store;
        this.merge = merge;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Imports the next rows for half a minute at most. A file that cannot be read any further has then failed.
     *
     * @return where the import stands then; as it was, if it is over
     * @throws JobFailure with a Vietnamese sentence if anything else stops the work, which leaves the batches before it
     */
    public RegistryImport runNext(UUID id) {
        long end = System.nanoTime() + SLICE.toNanos();
        return runNext(id, () -> System.nanoTime() < end);
    }

    /** @param goOn asked after each batch that leaves rows */
    RegistryImport runNext(UUID id, BooleanSupplier goOn) {
        RegistryImport begun = store.find(id).orElseThrow();
        if (begun.state() != State.RUNNING) {
            return begun;
        }
        try {
            return run(begun, goOn);
        } catch (UnreadableTableException e) {
            return fail(id, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} stopped", id, e);
            tell(id, e);
            throw JobFailure.unforeseen("Tệp “%s” chưa nhập hết".formatted(begun.fileName()), e);
        }
    }

    /** That it does not go on by itself for long, to those who wait for it: the incident is seen in Cockpit only. */
    private void tell(UUID id, Exception reason) {
        try {
            own.executeWithoutResult(status -> store.interrupted(
                    id,
                    "Chưa nhập hết vì lỗi kỹ thuật. Hệ thống tự thử lại; nếu vẫn không được, việc nằm ở mục sự cố"
                            + " để người theo dõi cho chạy lại."));
        } catch (RuntimeException alsoThis) {
            reason.addSuppressed(alsoThis);
        }
    }

    private RegistryImport run(RegistryImport begun, BooleanSupplier goOn) throws IOException {
        try (SpooledFile file = SpooledFile.of(target -> store.writeTo(begun.id(), target));
                Table table = begun.format().open(file.path())) {
            ImportColumns columns = ImportColumns.of(table.header());
            for (int i = 0; i < begun.read(); i++) {
                table.next();
            }
            RegistryImport reached = begun;
            int read = begun.read();
            do {
                long at = System.nanoTime();
                ImportBatch batch = ImportBatch.next(table, columns, BATCH);
                reached = write(reached, columns, batch, at);
                read += batch.read();
            } while (reached.state() == State.RUNNING && reached.read() == read && goOn.getAsBoolean());
            return reached;
        }
    }

    /** Writes nothing if the import has been cancelled, or another node, which took this one for dead, has gone on meanwhile. */
    private RegistryImport write(RegistryImport reached, ImportColumns columns, ImportBatch batch, long begun) {
        UUID id = reached.id();
        return own.execute(status -> {
            if (store.holdAt(id, reached.read())) {
                store.refuse(id, batch.refusals());
                ImportMerge.Outcome outcome = merge.merge(reached, columns.fields(), batch.accepted());
                if (batch.last()) {
                    refreshStatistics();
                }
                store.progress(id, batch, outcome, Duration.ofNanos(System.nanoTime() - begun));
                if (batch.last()) {
                    store.end(id, State.DONE, null);
                }
            }
            return store.find(id).orElseThrow();
        });
    }

    /** So that the first search after an import finds the index in order and has the plan that fits. */
    private void refreshStatistics() {
        jdbc.sql("select gin_clean_pending_list('lienket.enterprise_by_text')")
                .query(Long.class)
                .single();
        jdbc.sql("analyze lienket.enterprise").update();
    }

    private RegistryImport fail(UUID id, String message) {
        return own.execute(status -> {
            if (store.hold(id).orElseThrow().state() == State.RUNNING) {
                store.end(id, State.FAILED, message);
            }
            return store.find(id).orElseThrow();
        });
    }
}
