package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.europa.esig.dss.model.ToBeSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** {@code /api/v1/signing}: a file is prepared, a key that is elsewhere signs it, its value makes the signed document. */
@IntegrationTest
class SigningApiTest {

    private static final String CHANNEL = "binhduong-qtsc";

    /** Nobody signs it to the end. */
    private static AgreementCase waiting;

    @TempDir
    private Path directory;

    @Autowired
    private Cooperation cooperation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PreparedSignatures preparedSignatures;

    private Actor leader;
    private SigningKey key;
    private String document;
    private byte[] unsigned;

    @BeforeEach
    void aLeaderWithHisKeyAndATextThatWaitsForHim() throws Exception {
        leader = cooperation.as("binhduong.leader1");
        key = key("binhduong.leader1");
        if (waiting == null) {
            waiting = agreement("Thỏa thuận chờ ký qua phần mềm ký");
        }
        document = documentOf(waiting);
        unsigned = waiting.documentToSign();
    }

    @Test
    void aDocumentIsSignedInThreeStepsAndVerified() throws Exception {
        JsonNode prepared = prepare();
        assertThat(prepared.path("algorithm").asText()).isEqualTo("SHA256withECDSA");
        assertThat(prepared.path("sha256").asText())
                .isEqualTo(waiting.view().path("frozenSha256").asText());

        JsonNode signed =
                complete(prepared, value(prepared)).expect(HttpStatus.OK).json();

        JsonNode signature = signed.path("signatures").path(0);
        assertThat(signature.path("valid").asBoolean())
                .as(signature.path("sentence").asText())
                .isTrue();
        assertThat(signature.path("organisation").asText()).isEqualTo("binhduong");
        assertThat(signature.path("anchor").asText()).isEqualTo("state");
        assertThat(signature.path("level").asText()).isEqualTo("PAdES-BASELINE-T");
        assertThat(signature.path("timeSource").asText()).isEqualTo("timestamp");
        assertThat(signed.path("fileName").asText()).endsWith("-da-ky.pdf");
        byte[] file = leader.get(
                        "/api/v1/documents/" + signed.path("documentId").asText())
                .expect(HttpStatus.OK)
                .bytes();
        assertThat(Arrays.copyOf(file, unsigned.length)).isEqualTo(unsigned);
    }

    @Test
    void aDepartmentAndACompanySignAnAgreementSoAndNobodySignsAnEarlierText() throws Exception {
        AgreementCase agreement = agreement("Thỏa thuận ký qua phần mềm ký");
        String draft = documentOf(agreement);
        JsonNode late = prepare(leader, draft, key).expect(HttpStatus.OK).json();

        sign(agreement, "binhduong");

        String sentence = "Văn bản này không chờ ký";
        assertThat(complete(late, value(late))
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .startsWith(sentence);
        assertThat(prepare(leader, draft, key)
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .startsWith(sentence);
        sign(agreement, "qtsc");
        agreement.parties().forEach(agreement::register);
        agreement.awaitState("IN_FORCE");
    }

    @Test
    void theSameCallAgainAndTwoAtOnceMakeOneDocument() throws Exception {
        JsonNode prepared = prepare();
        String value = value(prepared);
        long before = documents();

        List<String> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> complete(prepared, value)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.expect(HttpStatus.OK).text("documentId"))
                .toList();

        assertThat(answers).containsOnly(answers.get(0)).hasSize(4);
        assertThat(complete(prepared, value).expect(HttpStatus.OK).text("documentId"))
                .isEqualTo(answers.get(0));
        assertThat(documents()).isEqualTo(before + 1);
    }

    @Test
    void aValueOfAnotherKeyOrOverSomethingElseIsRefusedAndTheRightOneStillCounts() throws Exception {
        JsonNode prepared = prepare();
        long before = documents();
        byte[] data = prepared.path("dataToSign").binaryValue();
        String other = value(key("qtsc.leader1"), data);
        data[data.length - 1] ^= 1;
        String changed = value(key, data);

        for (String wrong : List.of(other, changed, "AAAA")) {
            assertThat(complete(prepared, wrong)
                            .expectRefusal(HttpStatus.BAD_REQUEST)
                            .sentence())
                    .startsWith("Giá trị chữ ký không đúng");
        }
        assertThat(documents()).isEqualTo(before);
        complete(prepared, value(prepared)).expect(HttpStatus.OK);
    }

    @Test
    void whatSomebodyElseHasPreparedIsNotThere() throws Exception {
        JsonNode prepared = prepare();

        for (String other : List.of("binhduong.leader2", "qtsc.leader1", "admin")) {
            cooperation
                    .as(other)
                    .post(path(prepared), Map.of("value", value(prepared)))
                    .expectRefusal(HttpStatus.NOT_FOUND);
        }
        leader.post("/api/v1/signing/%s/value".formatted(UUID.randomUUID()), Map.of("value", "AAAA"))
                .expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatWasPreparedTooLongAgoIsRefusedAndGoes() throws Exception {
        JsonNode prepared = prepare();
        age(prepared, "31 minutes");
        assertThat(complete(prepared, value(prepared))
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .isEqualTo("Lần chuẩn bị ký này đã quá hạn. Hãy ký lại.");

        age(prepared, "25 hours");
        preparedSignatures.deleteOld();
        complete(prepared, value(prepared)).expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void oneHasNoMoreThanTwentyPrepared() throws Exception {
        JsonNode first = prepare();
        for (int count = 0; count < 20; count++) {
            prepare();
        }
        complete(first, value(first)).expectRefusal(HttpStatus.NOT_FOUND);
    }

    @Test
    void onlyALeaderOfThePartyWhoseTurnItIsPreparesAnything() {
        prepare(cooperation.as("tayninh.leader1"), document, key).expectRefusal(HttpStatus.NOT_FOUND);
        prepare(cooperation.as("binhduong.manager1"), document, key).expectRefusal(HttpStatus.FORBIDDEN);
        for (String other : List.of("qtsc.leader1", "binhduong.officer1", "binhduong.clerk1", "admin")) {
            assertThat(prepare(cooperation.as(other), document, key)
                            .expectRefusal(HttpStatus.FORBIDDEN)
                            .sentence())
                    .as(other)
                    .isEqualTo("Chưa đến lượt bạn ký văn bản này.");
        }
        cooperation.anonymous().post("/api/v1/signing", Map.of()).expect(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aDocumentThatIsNoTextToSignIsRefused() {
        String uploaded = leader.uploaded(CHANNEL, "khong-thuoc-ho-so.pdf", unsigned);
        assertThat(prepare(leader, uploaded, key)
                        .expectRefusal(HttpStatus.CONFLICT)
                        .sentence())
                .startsWith("Văn bản này không chờ ký");
    }

    @Test
    void aSignatureThatDoesNotVerifyIsRefusedAndNothingIsStored() throws Exception {
        // of another demonstration, under a root of its own
        key = new DemoOffice(directory).key("binhduong.leader1", Clock.systemUTC());
        JsonNode prepared = prepare();
        long before = documents();

        assertThat(complete(prepared, value(prepared))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .contains("gốc");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertThat(leader.post("/api/v1/signing", Map.of("documentId", document, "certificate", "AAAA"))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Không đọc được chứng thư; cần chứng thư X.509.");
        assertThat(leader.post("/api/v1/signing", Map.of("documentId", document, "certificate", "%"))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Giá trị của certificate không phải Base64.");
        String longest = Base64.getEncoder().encodeToString(new byte[12_000]);
        assertThat(leader.post(
                                "/api/v1/signing",
                                Map.of("documentId", document, "certificate", longest, "chain", List.of("AAAA")))
                        .expectRefusal(HttpStatus.BAD_REQUEST)
                        .sentence())
                .isEqualTo("Chuỗi chứng thư quá dài.");
        leader.post("/api/v1/signing", Map.of()).expectRefusal(HttpStatus.BAD_REQUEST);
    }

    private AgreementCase agreement(String title) {
        return cooperation.agreement(Map.of("channel", CHANNEL, "title", title)).upToSigning();
    }

    private void sign(AgreementCase agreement, String party) throws Exception {
        Actor signer = cooperation.as(party + ".leader1");
        SigningKey own = key(party + ".leader1");
        JsonNode prepared = prepare(signer, documentOf(agreement), own)
                .expect(HttpStatus.OK)
                .json();
        String signed = signer.post(
                        path(prepared),
                        Map.of("value", value(own, prepared.path("dataToSign").binaryValue())))
                .expect(HttpStatus.OK)
                .text("documentId");
        signer.complete(agreement.task(AgreementModel.TASK_SIGN, party), Map.of("signedDocumentId", signed))
                .expect(HttpStatus.NO_CONTENT);
    }

    private static String documentOf(AgreementCase agreement) {
        JsonNode documents = agreement.view().path("documents");
        return documents.path(documents.size() - 1).path("id").asText();
    }

    private SigningKey key(String person) throws Exception {
        byte[] file = cooperation
                .as(person)
                .get("/demo/keys/%s.p12".formatted(person))
                .expect(HttpStatus.OK)
                .bytes();
        return SigningKey.open(Files.write(directory.resolve(person), file), DemoOffice.PASSWORD);
    }

    private JsonNode prepare() throws Exception {
        return prepare(leader, document, key).expect(HttpStatus.OK).json();
    }

    private static Answer prepare(Actor who, String document, SigningKey key) {
        List<byte[]> chain = key.chain().stream()
                .map(certificate -> certificate.getEncoded())
                .toList();
        return who.post(
                "/api/v1/signing",
                Map.of("documentId", document, "certificate", chain.get(0), "chain", chain.subList(1, chain.size())));
    }

    private String value(JsonNode prepared) throws Exception {
        return value(key, prepared.path("dataToSign").binaryValue());
    }

    private static String value(SigningKey key, byte[] data) {
        return Base64.getEncoder().encodeToString(key.sign(new ToBeSigned(data)).getValue());
    }

    private Answer complete(JsonNode prepared, String value) {
        return leader.post(path(prepared), Map.of("value", value));
    }

    private static String path(JsonNode prepared) {
        return "/api/v1/signing/%s/value".formatted(prepared.path("id").asText());
    }

    private void age(JsonNode prepared, String age) {
        jdbc.sql("update lienket.prepared_signature set prepared_at = now() - ?::interval where id = ?::uuid")
                .params(age, prepared.path("id").asText())
                .update();
    }

    /** Those of people: copies of agreements of other tests are stored by jobs meanwhile. */
    private long documents() {
        return jdbc.sql("select count(*) from lienket.document where channel = ? and uploaded_by = ?")
                .params(CHANNEL, "binhduong.leader1")
                .query(Long.class)
                .single();
    }
}
