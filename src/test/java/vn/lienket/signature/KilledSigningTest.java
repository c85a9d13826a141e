package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.europa.esig.dss.model.ToBeSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.ApplicationProcess;
import vn.lienket.support.Background;
import vn.lienket.support.Cooperation;
import vn.lienket.support.FreezingProxy;

/** {@code kill -9} between a signature and its storage: nothing is lost, nothing is signed twice. */
class KilledSigningTest {

    private static final String LEADER = "binhduong.leader1";

    @TempDir
    private Path directory;

    private final ApplicationProcess application = new ApplicationProcess();
    private final Cooperation cooperation = application.cooperation();
    private AgreementCase agreement;
    private String id;
    private String value;

    @BeforeEach
    void aSignatureIsPreparedAndItsKeyHasSigned() throws Exception {
        application.start(Map.of());
        agreement = cooperation
                .agreement(Map.of("channel", "binhduong-qtsc", "title", "Thỏa thuận ký khi máy chủ tắt đột ngột"))
                .upToSigning();
        Actor leader = cooperation.as(LEADER);
        byte[] file = leader.get("/demo/keys/%s.p12".formatted(LEADER))
                .expect(HttpStatus.OK)
                .bytes();
        SigningKey key = SigningKey.open(Files.write(directory.resolve("key.p12"), file), DemoOffice.PASSWORD);
        List<byte[]> chain = key.chain().stream()
                .map(certificate -> certificate.getEncoded())
                .toList();
        JsonNode documents = agreement.view().path("documents");
        JsonNode prepared = leader.post(
                        "/api/v1/signing",
                        Map.of(
                                "documentId",
                                documents.path(documents.size() - 1).path("id").asText(),
                                "certificate",
                                chain.get(0),
                                "chain",
                                chain.subList(1, chain.size())))
                .expect(HttpStatus.OK)
                .json();
        id = prepared.path("id").asText();
        value = Base64.getEncoder()
                .encodeToString(
                        key.sign(new ToBeSigned(prepared.path("dataToSign").binaryValue()))
                                .getValue());
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    @Test
    void atEveryMomentTheSameCallAfterwardsAnswersTheOneDocument() throws Exception {
        application.kill();
        application.start(Map.of());
        assertThat(stored()).as("before the value came").isNull();

        try (Connection other = connect()) {
            hold(other);
            completeUnheard(cooperation);
            awaitWaiting();
            application.kill();
        }
        application.start(Map.of());
        assertThat(stored()).as("verified, but not committed").isNull();
        assertThat(signedDocuments()).isZero();

        try (Connection other = connect();
                FreezingProxy proxy = new FreezingProxy(0, application.port())) {
            hold(other);
            completeUnheard(new Cooperation(proxy.port()));
            awaitWaiting();
            proxy.freeze();
            other.rollback();
            await().atMost(Duration.ofSeconds(30)).until(() -> stored() != null);
            application.kill();
        }
        application.start(Map.of());
        String document = stored();

        for (int call = 0; call < 2; call++) {
            assertThat(complete(cooperation)).as("committed, but not answered").isEqualTo(document);
        }
        assertThat(signedDocuments()).isOne();
        cooperation
                .as(LEADER)
                .complete(agreement.task(AgreementModel.TASK_SIGN, "binhduong"), Map.of("signedDocumentId", document))
                .expect(HttpStatus.NO_CONTENT);
        assertThat(agreement.view().path("signatures")).hasSize(1);
    }

    /** The application is killed before the answer comes. */
    private void completeUnheard(Cooperation through) {
        Background.run("signer", () -> {
            try {
                complete(through);
            } catch (UncheckedIOException killed) {
                throw killed.getCause();
            }
        });
    }

    private String complete(Cooperation through) {
        return through.as(LEADER)
                .post("/api/v1/signing/%s/value".formatted(id), Map.of("value", value))
                .expect(HttpStatus.OK)
                .text("documentId");
    }

    /** Whoever stores it waits from here on. */
    private void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        jdbc(connection)
                .sql("select 1 from lienket.prepared_signature where id = ?::uuid for update")
                .param(id)
                .query()
                .singleValue();
    }

    private void awaitWaiting() {
        await().atMost(Duration.ofSeconds(60)).until(() -> number("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%prepared_signature%for update'""") == 1);
    }

    private String stored() throws SQLException, IOException {
        try (Connection connection = connect()) {
            return jdbc(connection)
                    .sql("select coalesce(signed_document_id::text, '') from lienket.prepared_signature"
                            + " where id = ?::uuid")
                    .param(id)
                    .query(String.class)
                    .optional()
                    .filter(found -> !found.isEmpty())
                    .orElse(null);
        }
    }

    private long signedDocuments() throws SQLException, IOException {
        return number("select count(*) from lienket.document where file_name like '%-da-ky.pdf'");
    }

    private long number(String sql) throws SQLException, IOException {
        try (Connection connection = connect()) {
            return jdbc(connection).sql(sql).query(Long.class).single();
        }
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** To the database of the application, beside it. */
    private Connection connect() throws SQLException, IOException {
        Path root = application.directory();
        String port =
                Files.readAllLines(root.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port),
                "postgres",
                Files.readString(root.resolve("postgres.password")).strip());
    }
}
