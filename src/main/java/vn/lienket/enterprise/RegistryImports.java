package vn.lienket.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.content.FileInspection;
import vn.lienket.content.SpooledFile;
import vn.lienket.content.VirusScan;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.enterprise.table.Table;
import vn.lienket.enterprise.table.TableFormat;
import vn.lienket.enterprise.table.UnreadableTableException;
import vn.lienket.problem.ProblemException;

/** Imports of whole files into the registry; for the officers of its keeper only (403 for others). */
@Service
public class RegistryImports {

    private static final int SLICE = 1_000;
    private static final int MAX_NAME = 200;
    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    private final ImportStore store;
    private final RegistryAccess access;
    private final RegistryProperties properties;
    private final ApplicationEventPublisher events;
    private final FileInspection inspection;
    private final VirusScan virusScan;
    private final TransactionTemplate transaction;

    RegistryImports(
            ImportStore store,
            RegistryAccess access,
            RegistryProperties properties,
            ApplicationEventPublisher events,
            FileInspection inspection,
            VirusScan virusScan,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.access = access;
        this.properties = properties;
        this.events = events;
        this.inspection = inspection;
        this.virusScan = virusScan;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps a CSV or XLSX file and has it imported in the background; 400 for {@code file} if it is neither, its header is not that of
     * the registry, or it holds what no table needs; 503 if the virus scanner does not answer.
     *
     * @param fileName as the client sent it, or null
     */
    public RegistryImport accept(InputStream content, String fileName) {
        String officer = access.requireKeeper().id();
        try (SpooledFile file = SpooledFile.of(content)) {
            TableFormat format = format(file);
            virusScan.check(file.path());
            return transaction.execute(status -> {
                RegistryImport accepted = store.insert(UUID.randomUUID(), clean(fileName), format, file, officer);
                announce(accepted.id());
                return accepted;
            });
        } catch (UnreadableTableException e) {
            throw ProblemException.invalid("file", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has imports go on that wait for nobody, as those of a version before; while no other node starts. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        store.running().forEach(this::announce);
    }

    private void announce(UUID id) {
        events.publishEvent(new ImportAccepted(id, properties.channel()));
    }

    /** 404 if there is none. */
    public RegistryImport find(UUID id) {
        access.requireKeeper();
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    /** Newest first. */
    public List<RegistryImport> list(int page, int size) {
        access.requireKeeper();
        return store.list(page, size);
    }

    /** Stops an import after the batch in hand: what has been read stays in the registry. 409 if it is over. */
    @Transactional
    public void cancel(UUID id) {
        access.requireKeeper();
        RegistryImport held = store.hold(id).orElseThrow(() -> notFound(id));
        if (held.state() != State.RUNNING) {
            throw ProblemException.conflict("Lần nhập này đã kết thúc nên không hủy được.");
        }
        store.end(id, State.CANCELLED, null);
    }

    /** Every refusal in the order of the file, read by the thousand. */
    public void forEachRefusal(UUID id, Consumer<Refusal> step) {
        find(id);
        List<Refusal> slice = store.refusals(id, 0, -1, SLICE);
        while (!slice.isEmpty()) {
            slice.forEach(step);
            Refusal last = slice.get(slice.size() - 1);
            slice = store.refusals(id, last.line(), ImportStore.position(last), SLICE);
        }
    }

    private TableFormat format(SpooledFile file) throws IOException {
        TableFormat format = TableFormat.of(file.path());
        inspection.table(file.path());
        try (Table table = format.open(file.path())) {
            ImportColumns.of(table.header());
        }
        return format;
    }

    private static String clean(String name) {
        String base = FOLDERS.matcher(name == null ? "" : name).replaceFirst("");
        String printable = UNPRINTABLE.matcher(base).replaceAll("").strip();
        return printable.isEmpty() ? "(không tên)" : printable.substring(0, Math.min(printable.length(), MAX_NAME));
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.notFound("Không có lần nhập %s.".formatted(id));
    }
}
