package vn.lienket.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.signature.PdfSigner;
import vn.lienket.signature.SigningKey;
import vn.lienket.support.Actor;
import vn.lienket.support.AgreementCase;
import vn.lienket.support.Cooperation;

/** An agreement that its parties sign, with the files of each step. */
public record EvidenceCase(Cooperation cooperation, AgreementCase agreement, Path directory, List<byte[]> files) {

    private static final String CHANNEL = "binhduong-qtsc";

    public static EvidenceCase titled(Cooperation cooperation, String title, Path directory) {
        return of(cooperation, Map.of("title", title), directory);
    }

    /** An agreement with some start fields changed. */
    public static EvidenceCase of(Cooperation cooperation, Map<String, Object> changes, Path directory) {
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("channel", CHANNEL);
        AgreementCase agreement = cooperation.agreement(fields).upToSigning();
        return new EvidenceCase(
                cooperation, agreement, own(directory), new ArrayList<>(List.of(agreement.documentToSign())));
    }

    private static Path own(Path directory) {
        try {
            return Files.createTempDirectory(directory, "agreement");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the demonstration key of its leader. */
    public EvidenceCase sign(String party) {
        return sign(party, party + ".leader1");
    }

    /** With the demonstration key of somebody else of the party. */
    public EvidenceCase sign(String party, String person) {
        try {
            Path key = Files.write(
                    directory.resolve(party),
                    cooperation
                            .as(person)
                            .get("/demo/keys/%s.p12".formatted(person))
                            .expect(HttpStatus.OK)
                            .bytes());
            Path pdf = Files.write(directory.resolve(party + ".pdf"), agreement.documentToSign());
            Path signed = directory.resolve(party + "-signed.pdf");
            new PdfSigner(Clock.systemUTC()).sign(pdf, signed, SigningKey.open(key, "lienket".toCharArray()));
            return handIn(party, Files.readAllBytes(signed), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EvidenceCase handIn(String party, byte[] file, boolean byHand) {
        Actor leader = cooperation.as(party + ".leader1");
        String document = leader.uploaded(CHANNEL, "da-ky-%s.pdf".formatted(party), file);
        leader.complete(
                        agreement.task(AgreementModel.TASK_SIGN, party),
                        Map.of("signedDocumentId", document, "signedByHand", byHand))
                .expect(HttpStatus.NO_CONTENT);
        files.add(file);
        return this;
    }

    /** Hands in a file as if it were of the time before signatures were verified. */
    public EvidenceCase handInUnverified(String party, byte[] file, JdbcClient jdbc) {
        handIn(party, file, true);
        jdbc.sql("update lienket.agreement_signature set by_hand = false where agreement = ? and party = ?")
                .params(agreement.code(), party)
                .update();
        return this;
    }

    public EvidenceCase inForce() {
        agreement.parties().forEach(agreement::register);
        agreement.awaitState("IN_FORCE");
        sheet();
        return this;
    }

    /** Waits until it is made. */
    public byte[] sheet() {
        return made("evidence");
    }

    /** The copy in which its signatures last; waits until it is made. */
    public byte[] lasting() {
        return made("lasting");
    }

    private byte[] made(String kind) {
        List<String> found = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> StreamSupport.stream(
                                        agreement.view().path("documents").spliterator(), false)
                                .filter(document ->
                                        document.path("kind").asText().equals(kind))
                                .map(document -> document.path("id").asText())
                                .toList(),
                        ids -> !ids.isEmpty());
        return cooperation
                .as("binhduong.officer1")
                .get("/api/v1/documents/" + found.get(0))
                .expect(HttpStatus.OK)
                .bytes();
    }

    public byte[] signed() {
        return files.get(files.size() - 1);
    }
}
