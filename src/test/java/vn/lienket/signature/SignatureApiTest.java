package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import vn.lienket.support.Actor;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.TestPki;

/** {@code /api/v1/documents/{id}/signatures} over the wire, with roots that are put where the embedded mode looks for its own. */
@IntegrationTest
class SignatureApiTest {

    private static final String CHANNEL = "binhduong-qtsc";

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TrustAnchors anchors;

    @TempDir
    private Path directory;

    private SignedFiles files;
    private Actor officer;
    private Path stateAnchors;

    @BeforeEach
    void signIn() throws Exception {
        files = new SignedFiles(directory);
        // the directory of the tests' data is another one each time it is asked for
        stateAnchors = (Path) ReflectionTestUtils.getField(anchors, "ofState");
        officer = cooperation.as("binhduong.officer1");
    }

    @AfterEach
    void stop() {
        files.close();
    }

    @Test
    void itTellsWhoSignedADocumentAndKeepsTheReports() throws Exception {
        Path root = TestPki.trust(stateAnchors, files.stateRoot());
        String document = uploaded("its root revokes nothing");

        JsonNode signatures = signatures(document);

        assertThat(signatures).hasSize(1);
        JsonNode signature = signatures.get(0);
        assertThat(signature.path("signer").asText()).isEqualTo("Nguyễn Văn A");
        assertThat(signature.path("organisation").asText()).isEqualTo("binhduong");
        assertThat(signature.path("anchor").asText()).isEqualTo("state");
        assertThat(signature.path("timeSource").asText()).isEqualTo("claimed");
        assertThat(signature.path("signedAt").asText()).isNotEmpty();
        assertThat(signature.path("valid").asBoolean()).isTrue();
        assertThat(signature.path("level").asText()).isEqualTo("PAdES-BASELINE-B");
        assertThat(signature.path("sentence").asText())
                .isEqualTo("Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.");
        assertThat(jdbc.sql("""
                        select octet_length(simple_report) > 100 and octet_length(detailed_report) > 1000
                            and octet_length(etsi_report) > 1000
                        from lienket.document_verification where document_id = ?::uuid""").param(document).query(Boolean.class).single()).isTrue();
        Files.delete(root);
    }

    @Test
    void aDocumentIsVerifiedOnceAndAgainWhenTheRootsAreOthers() throws Exception {
        String document = uploaded("its root revokes nothing");

        assertThat(signatures(document).get(0).path("anchor").asText()).isEqualTo("unknown");
        assertThat(signatures(document).get(0).path("valid").asBoolean()).isFalse();
        assertThat(verifications(document)).isEqualTo(1);

        Path root = TestPki.trust(stateAnchors, files.stateRoot());
        assertThat(signatures(document).get(0).path("valid").asBoolean()).isTrue();
        assertThat(verifications(document)).isEqualTo(2);

        Files.delete(root);
        assertThat(signatures(document).get(0).path("valid").asBoolean()).isFalse();
        assertThat(verifications(document)).isEqualTo(2);
    }

    @Test
    void whatWasDecidedIsNeverRewritten() throws Exception {
        String document = uploaded("its root revokes nothing");
        signatures(document);

        assertThatThrownBy(() -> jdbc.sql(
                                "update lienket.document_verification set verdict = 'VALID' where document_id = ?::uuid")
                        .param(document)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aFileThatNobodySignedHasNone() throws Exception {
        assertThat(signatures(uploaded("nobody has signed it"))).isEmpty();
    }

    @Test
    void whoMayNotDownloadADocumentLearnsNothingOfItsSignatures() throws Exception {
        String document = uploaded("nobody has signed it");

        cooperation
                .as("tayninh.officer1")
                .get("/api/v1/documents/" + document + "/signatures")
                .expectRefusal(HttpStatus.NOT_FOUND);
    }

    private String uploaded(String name) throws Exception {
        return officer.uploaded(CHANNEL, "thoa-thuan.pdf", Files.readAllBytes(files.make(name)));
    }

    private JsonNode signatures(String document) throws IOException {
        return officer.get("/api/v1/documents/" + document + "/signatures")
                .expect(HttpStatus.OK)
                .json();
    }

    private int verifications(String document) {
        return jdbc.sql("select count(*) from lienket.document_verification where document_id = ?::uuid")
                .param(document)
                .query(Integer.class)
                .single();
    }
}
