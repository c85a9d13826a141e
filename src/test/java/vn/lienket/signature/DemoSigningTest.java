package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.DemoSignature;
import vn.lienket.support.IntegrationTest;

/** What a leader of the demonstration does: gets a key, signs a file on a machine of his own, hands it in. */
@IntegrationTest
class DemoSigningTest {

    private static final String CHANNEL = "binhduong-qtsc";

    @TempDir
    Path directory;

    @Autowired
    Cooperation cooperation;

    @Test
    void aDepartmentAndACompanySignAnAgreementOneAfterTheOther() throws Exception {
        AgreementCase agreement = cooperation
                .agreement(Map.of("channel", CHANNEL, "title", "Thỏa thuận ký bằng khóa trình diễn"))
                .upToSigning();

        sign(agreement, "binhduong");
        sign(agreement, "qtsc");

        agreement.parties().forEach(agreement::register);
        agreement.awaitState("IN_FORCE");
    }

    @Test
    void aFileThatIsNotSignedByThePartyWhoseTurnItIsIsRefusedAtTheFieldAndChangesNothing() {
        AgreementCase agreement = cooperation
                .agreement(Map.of("channel", CHANNEL, "title", "Thỏa thuận bị từ chối chữ ký"))
                .upToSigning();
        byte[] text = agreement.documentToSign();

        refused(agreement, AgreementCase.continued(text, "signed"), "Tệp chưa có chữ ký số nào.");
        refused(
                agreement,
                DemoSignature.on(
                        text,
                        cooperation
                                .as("qtsc.leader1")
                                .get("/demo/keys/qtsc.leader1.p12")
                                .bytes(),
                        Clock.systemUTC()),
                "Chữ ký mới thuộc Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung");
        assertThat(agreement.view().path("signatures")).isEmpty();

        JsonNode signed = agreement.sign("binhduong").view().path("signatures").get(0);
        assertThat(signed.at("/electronic/anchor").asText()).isEqualTo("state");
        assertThat(signed.at("/electronic/valid").asBoolean()).isTrue();
        assertThat(signed.at("/electronic/ofAnother").asBoolean(true)).isFalse();
        assertThat(signed.at("/electronic/signer").asText()).isEqualTo("Lãnh đạo 1, Sở TT&TT Bình Dương (trình diễn)");
    }

    private void refused(AgreementCase agreement, byte[] file, String sentence) {
        Actor leader = cooperation.as("binhduong.leader1");
        String document = leader.uploaded(CHANNEL, "da-ky.pdf", file);
        Answer refused = leader.complete(
                agreement.task(AgreementModel.TASK_SIGN, "binhduong"), Map.of("signedDocumentId", document));
        assertThat(refused.expectRefusal(HttpStatus.BAD_REQUEST).sentence()).startsWith(sentence);
        assertThat(refused.json().at("/errors/0/name").asText()).isEqualTo("signedDocumentId");
    }

    @Test
    void everybodyGetsHisOwnKeyAndNobodyElses() {
        String path = "/demo/keys/qtsc.leader1.p12";

        Answer own = cooperation.as("qtsc.leader1").get(path).expect(HttpStatus.OK);
        assertThat(own.header("Content-Type")).startsWith("application/x-pkcs12");
        assertThat(own.header("Content-Disposition")).isEqualTo("attachment; filename=\"qtsc.leader1.p12\"");
        assertThat(own.header("Cache-Control")).contains("no-store");
        assertThat(cooperation.as("qtsc.leader1").get(path).bytes()).isEqualTo(own.bytes());

        for (String other : new String[] {"qtsc.leader2", "binhduong.leader1", "admin"}) {
            assertThat(cooperation
                            .as(other)
                            .get(path)
                            .expectRefusal(HttpStatus.FORBIDDEN)
                            .sentence())
                    .isEqualTo("Mỗi người chỉ tải được khóa trình diễn của chính mình.");
        }
        cooperation.as("qtsc.leader1").get("/demo/keys/none.p12").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("qtsc.clerk1").get("/demo/keys/qtsc.clerk1.p12").expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.as("qtsc.clerk1").get("/demo/keys/qtsc.p12").expect(HttpStatus.OK);
        cooperation.as("qtsc.clerk1").get("/demo/keys/binhduong.p12").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("qtsc.leader1").get("/demo/keys/qtsc.p12").expectRefusal(HttpStatus.FORBIDDEN);
        cooperation.as("admin").get("/demo/keys/admin.p12").expectRefusal(HttpStatus.NOT_FOUND);
        cooperation.anonymous().get(path).expect(HttpStatus.UNAUTHORIZED);
    }

    private void sign(AgreementCase agreement, String party) throws Exception {
        Actor leader = cooperation.as(party + ".leader1");
        byte[] key = leader.get("/demo/keys/%s.leader1.p12".formatted(party))
                .expect(HttpStatus.OK)
                .bytes();
        Path pdf = Files.write(directory.resolve(party + ".pdf"), agreement.documentToSign());
        Path signed = directory.resolve(party + "-signed.pdf");
        new PdfSigner(Clock.systemUTC())
                .sign(pdf, signed, SigningKey.open(Files.write(directory.resolve(party), key), DemoOffice.PASSWORD));
        String document = leader.uploaded(CHANNEL, "da-ky.pdf", Files.readAllBytes(signed));
        leader.complete(agreement.task(AgreementModel.TASK_SIGN, party), Map.of("signedDocumentId", document))
                .expect(HttpStatus.NO_CONTENT);
    }
}
