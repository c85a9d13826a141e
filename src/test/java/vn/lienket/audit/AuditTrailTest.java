package vn.lienket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.audit.TrailDatabase.Node;

class AuditTrailTest {

    private static TrailDatabase database;

    private Node node;

    @BeforeAll
    static void startDatabase() throws IOException {
        database = TrailDatabase.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @BeforeEach
    void emptyTrail() throws IOException, SQLException {
        database.handOver();
        node = database.node();
    }

    @Test
    void sealsWhatEightWritersCommitOnTwoNodesWithoutMissingOne() throws Exception {
        Node other = database.node();
        AtomicBoolean writing = new AtomicBoolean(true);
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<?>> writers = new ArrayList<>();
        List<Future<?>> sealers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            Node writer = i % 2 == 0 ? node : other;
            writers.add(threads.submit(() -> {
                begin.await();
                for (int j = 0; j < 50; j++) {
                    int turn = j;
                    writer.transaction.executeWithoutResult(status -> {
                        writer.done("writer" + number);
                        if (turn % 5 == 0) {
                            status.setRollbackOnly();
                        }
                    });
                }
                return null;
            }));
        }
        for (Node each : List.of(node, other)) {
            sealers.add(threads.submit(() -> {
                begin.await();
                while (writing.get()) {
                    each.sealer.seal();
                }
                return null;
            }));
        }
        begin.countDown();
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        for (Future<?> sealer : sealers) {
            sealer.get();
        }
        threads.shutdown();
        node.sealAll();

        TrailCheck.Result result = database.check();
        assertThat(result.broken()).isEmpty();
        assertThat(result.waiting()).isZero();
        assertThat(result.head().sequence()).isEqualTo(8 * 40);
    }

    @Test
    void sealsAnEntryThatCommitsAfterLaterOnes() {
        node.transaction.executeWithoutResult(status -> {
            node.done("slow");
            Node other = database.node();
            other.done("fast");
            other.sealAll();
            assertThat(other.trail.head().sequence()).isEqualTo(1);
        });
        node.sealAll();

        assertThat(database.check().broken()).isEmpty();
        assertThat(actorsInOrder()).containsExactly("fast", "slow");
    }

    @Test
    void tellsNothingAsDoneThatWasRolledBack() {
        node.transaction.executeWithoutResult(status -> {
            node.done("nobody");
            status.setRollbackOnly();
        });

        assertThat(entries()).isZero();
    }

    @Test
    void keepsARefusalWhoseTransactionRollsBack() {
        node.transaction.executeWithoutResult(status -> {
            node.writer.on(AuditEvent.refused(AuditAct.REQUEST_REFUSED).by("somebody"));
            status.setRollbackOnly();
        });
        node.sealAll();

        assertThat(actorsInOrder()).containsExactly("somebody");
        assertThat(database.check().broken()).isEmpty();
    }

    @Test
    void losesNothingWhenASealerDiesHalfway() {
        node.done("first");
        node.transaction.executeWithoutResult(status -> {
            assertThat(node.trail.tryLock()).isTrue();
            node.trail.seal(node.trail.waiting(10), node.trail.head(), Instant.now());
            assertThat(database.node().sealer.seal())
                    .as("somebody else is at it")
                    .isZero();
            status.setRollbackOnly();
        });
        node.sealAll();

        assertThat(actorsInOrder()).containsExactly("first");
        assertThat(database.check().broken()).isEmpty();
    }

    @Test
    void writesTheFirstOfAFloodAndThenItsNumber() {
        for (int i = 0; i < 25; i++) {
            node.writer.on(AuditEvent.refused(AuditAct.REQUEST_REFUSED).from("203.0.113.7", "GET /" + i));
        }

        assertThat(entries()).isEqualTo(Repetitions.WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate audit.entry cascade",
                "drop table audit.entry cascade",
                "drop schema audit cascade",
                "alter table audit.entry disable trigger all",
                "alter table audit.entry add column more text",
                "alter table audit.entry owner to lienket",
                "drop trigger entry_stays on audit.entry",
                "create or replace function audit.refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "update audit.seal set hash = ''",
                "delete from audit.seal",
                "truncate audit.seal",
                "drop table audit.seal",
                "update audit.waiting set entry_id = 0",
                "truncate audit.waiting",
                "create table audit.mine (id int)",
                "grant all on audit.entry to lienket",
                "set role lienket_audit",
                "grant lienket_audit to lienket",
                "set session_replication_role = replica",
                "alter role lienket superuser"
            })
    void isNotChangedByTheApplicationsRole(String sql) {
        node.done("somebody");
        node.sealAll();

        // granting what one does not have is a warning
        if (!sql.startsWith("grant all")) {
            assertThatThrownBy(() -> database.application().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner|must be able to SET ROLE).*");
        }
        TrailCheck.Result result = database.check();
        assertThat(result.broken()).isEmpty();
        assertThat(result.head().sequence()).isEqualTo(1);
        assertThat(new TrailProtection(database.dataSource(TrailDatabase.APPLICATION)).weakness())
                .isEmpty();
    }

    @Test
    void findsTheFirstEntryThatWasChanged() {
        five();
        tamper("update audit.entry set actor = 'other' where actor = 'person3'");

        assertThat(database.check().broken())
                .hasValueSatisfying(broken ->
                        assertThat(broken).startsWith("Số 3: nội dung").contains("đã bị sửa"));
        assertThat(database.check().head().sequence()).isEqualTo(2);
    }

    @Test
    void findsTheFirstEntryThatWasRemoved() {
        five();
        tamper("delete from audit.entry where actor = 'person2'");

        assertThat(database.check().broken())
                .hasValueSatisfying(
                        broken -> assertThat(broken).startsWith("Số 2: dòng").contains("đã bị xóa"));
    }

    @Test
    void findsAnEntryThatWasRemovedWithItsSeal() {
        five();
        tamper("delete from audit.seal where sequence = 4");
        tamper("delete from audit.entry where actor = 'person4'");

        assertThat(database.check().broken()).contains("Số 4: bị xóa mất, số có tiếp theo là 5.");
    }

    @Test
    void findsAnEntryThatWasInserted() {
        five();
        tamper(
                "insert into audit.entry (happened_at, act, outcome, actor) values (now(), 'sign-in', 'DONE', 'forged')");

        assertThat(database.check().broken())
                .hasValueSatisfying(broken -> assertThat(broken).contains("có thể bị chèn thêm"));
    }

    @Test
    void findsASealThatWasInserted() {
        five();
        tamper(
                "insert into audit.entry (happened_at, act, outcome, actor) values (now(), 'sign-in', 'DONE', 'forged')");
        tamper("""
                insert into audit.seal (sequence, entry_id, previous_hash, hash, sealed_at)
                select 6, max(id), (select hash from audit.seal where sequence = 5), repeat('a', 64), now() from audit.entry""");

        assertThat(database.check().broken())
                .hasValueSatisfying(broken -> assertThat(broken).startsWith("Số 6: nội dung"));
    }

    @Test
    void findsThatTheTailWasCutOffByAHeadKeptElsewhere() {
        five();
        TrailHead kept = TrailHead.of(node.trail.head().toString()).orElseThrow();
        assertThat(database.check(kept).broken()).isEmpty();
        tamper("delete from audit.seal where sequence > 3");
        tamper("delete from audit.entry where actor in ('person4', 'person5')");
        assertThat(database.check().broken()).isEmpty();

        assertThat(database.check(kept).broken()).contains("Số 4 trở đi: đã bị cắt mất, nhật ký từng có đến số 5.");
    }

    @Test
    void findsByAKeptHeadThatTheChainWasWrittenAnew() {
        five();
        TrailHead kept = node.trail.head();
        tamper("update audit.entry set actor = 'other' where actor = 'person3'");
        tamper("delete from audit.seal");
        tamper("insert into audit.waiting select id from audit.entry");
        node.sealAll();
        assertThat(database.check().broken()).isEmpty();

        assertThat(database.check(kept).broken())
                .contains("Số 5: khác với mã đã lưu bên ngoài, nhật ký đã bị viết lại.");
    }

    /** Without a superuser's hand-over the role that migrates owns the trail: triggers refuse, and the health says it. */
    @Test
    void isKeptByTriggersWhereTheApplicationOwnsIt() throws IOException {
        JdbcClient superuser = database.superuser();
        superuser.sql("drop schema audit cascade").update();
        superuser.sql("drop role if exists owner").update();
        superuser.sql("drop database if exists plain").update();
        superuser.sql("create role owner login").update();
        superuser.sql("create database plain owner owner").update();
        DataSource plain = database.plain("owner", "plain");
        JdbcClient owner = JdbcClient.create(plain);
        owner.sql(TrailDatabase.script("db/migration/V18__audit.sql")).update();
        Node alone = new Node(plain);
        alone.done("somebody");
        alone.sealAll();

        for (String sql : List.of(
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate audit.entry cascade",
                "update audit.seal set hash = ''",
                "delete from audit.seal",
                "truncate audit.seal")) {
            assertThatThrownBy(() -> owner.sql(sql).update()).rootCause().hasMessageContaining("is only ever added to");
        }
        assertThat(new TrailProtection(plain).weakness())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("it owns the trail"));
        assertThat(new TrailProtection(plain).health().getDetails()).containsEntry("protected", false);
    }

    @Test
    void saysThatASuperuserCouldChangeIt() {
        assertThat(new TrailProtection(database.dataSource("postgres")).weakness())
                .contains("it is a superuser");
    }

    private void five() {
        for (int i = 1; i <= 5; i++) {
            node.done("person" + i);
        }
        node.sealAll();
        assertThat(database.check().broken()).isEmpty();
    }

    /** As a superuser who switches the triggers off. */
    private void tamper(String sql) {
        database.superuser()
                .sql("do $do$ begin set local session_replication_role = replica; %s; end $do$".formatted(sql))
                .update();
    }

    private List<String> actorsInOrder() {
        return database.application()
                .sql("select e.actor from audit.seal s join audit.entry e on e.id = s.entry_id order by s.sequence")
                .query(String.class)
                .list();
    }

    private long entries() {
        return database.application()
                .sql("select count(*) from audit.entry")
                .query(Long.class)
                .single();
    }
}
