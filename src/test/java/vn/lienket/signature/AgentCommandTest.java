package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.util.TestSocketUtils;
import vn.lienket.LienKetApplication;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.support.TestPki.Entity;
import vn.lienket.support.TestPki.Wish;

/** The command as people run it, in a process of its own: with a token, and with a file. */
class AgentCommandTest {

    private static final String ORIGIN = "https://lienket.example";

    @TempDir
    Path directory;

    private SignedFiles files;
    private Process process;
    private Path said;

    @BeforeEach
    void authorities() throws Exception {
        files = new SignedFiles(directory);
        said = directory.resolve("said.txt");
    }

    @AfterEach
    void stop() throws Exception {
        files.close();
        if (process != null) {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "RSA-2048"})
    void aKeyOnATokenSignsInThreeStepsAndTheSignatureVerifies(String kind) throws Exception {
        Entity signer = signer(kind);
        SoftToken token = SoftToken.with(directory.resolve("hsm"), p12(signer));
        AgentCaller page = start(token, token.options());

        assertSigns(page, signer);

        assertThat(everythingSaid(signer)).contains("Lãnh đạo ký bằng thiết bị", "Đã ký.");
    }

    @Test
    void aWrongPinOrSlotIsSaidAndNothingRuns() throws Exception {
        SoftToken token = SoftToken.with(directory.resolve("hsm"), p12(signer("secp256r1")));
        List<String> otherSlot = new ArrayList<>(token.options());
        otherSlot.set(otherSlot.size() - 1, "7");

        launch(token, "13579246", 0, token.options());
        assertEnded("PIN không đúng, hoặc thiết bị đã khóa PIN");
        assertThat(Files.readString(said)).doesNotContain("13579246");
        launch(token, SoftToken.PIN, 0, otherSlot);
        assertEnded("Không mở được thư viện PKCS#11, hoặc thư viện không có khe số 7.");
    }

    @Test
    void aKeyOfAFileSignsToo() throws Exception {
        Entity signer = signer("RSA-2048");
        AgentCaller page = start(null, List.of("--key", p12(signer).toString()));

        assertSigns(page, signer);

        assertThat(everythingSaid(signer)).contains("Đã ký.");
    }

    @Test
    void whatIsMissingOrWrongIsSaid() throws Exception {
        String file = p12(signer("secp256r1")).toString();
        String usage = "Lệnh agent thiếu hoặc thừa tham số.";
        assertRefused(usage, "--port", "1", "--origin", ORIGIN, "--pkcs11", file);
        assertRefused(usage, "--port", "1", "--origin", ORIGIN, "--key", file, "--slot", "1");
        assertRefused("--port phải là một số.", "--port", "x", "--origin", ORIGIN, "--key", file);
        assertRefused("--port lớn nhất là 65535.", "--port", "70000", "--origin", ORIGIN, "--key", file);
        for (String address : List.of("lienket.example", "https://LienKet.example", ORIGIN + "/x", "*", "null")) {
            assertRefused("--origin là địa chỉ của LienKet", "--port", "1", "--origin", address, "--key", file);
        }
    }

    private void assertSigns(AgentCaller page, Entity entity) throws Exception {
        Path pdf = files.make("nobody has signed it");
        JsonNode key = page.certificates().path(0);
        SignerCertificates signer = new SignerCertificates(
                List.of(SignerCertificates.read(key.path("certificate").binaryValue())), "certificate");
        assertThat(signer.own().getCertificate()).isEqualTo(entity.certificate());
        PreparedRevision prepared = new PdfSigner(Clock.systemUTC()).prepare(pdf, signer);

        HttpResponse<String> answer = page.sign(AgentCaller.wanted(key, signer, prepared));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        byte[] value = AgentCaller.read(answer).path("value").binaryValue();
        Path signed = directory.resolve("signed.pdf");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(Files.readAllBytes(pdf));
        whole.writeBytes(prepared.with(value));
        Files.write(signed, whole.toByteArray());
        SignatureVerifier verifier = new SignatureVerifier(
                SignatureVerifierTest.properties(true),
                new TrustAnchors(files.stateAnchors(), files.publicAnchors()),
                new Signers(new ClassPathResource("reference/signers.yaml")));
        assertThat(verifier.verify(signed, Instant.now(), List.of()).signatures())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.valid()).as(found.sentence()).isTrue();
                    assertThat(found.organisation()).isEqualTo("binhduong");
                });
    }

    private Entity signer(String kind) {
        return files.pki()
                .issue(
                        files.stateRoot(),
                        Wish.of("CN=Lãnh đạo ký bằng thiết bị,O=Sở Thông tin và Truyền thông tỉnh Bình Dương,C=VN")
                                .key(kind));
    }

    private Path p12(Entity signer) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "ky", signer.key(), SoftToken.PIN.toCharArray(), signer.chain().toArray(Certificate[]::new));
        Path file = directory.resolve("signer.p12");
        try (OutputStream target = Files.newOutputStream(file)) {
            store.store(target, SoftToken.PIN.toCharArray());
        }
        return file;
    }

    /** @param token null for none */
    private AgentCaller start(SoftToken token, List<String> key) throws Exception {
        int port = TestSocketUtils.findAvailableTcpPort();
        launch(token, SoftToken.PIN, port, key);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .failFast(() ->
                        assertThat(process.isAlive()).as(Files.readString(said)).isTrue())
                .until(() -> Files.readString(said).contains("Phần mềm ký đang chờ"));
        return new AgentCaller(port, ORIGIN);
    }

    private void launch(SoftToken token, String pin, int port, List<String> key) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                LienKetApplication.class.getName(), "agent", "--port", String.valueOf(port), "--origin", ORIGIN));
        arguments.addAll(key);
        ProcessBuilder builder = new ProcessBuilder(SoftToken.java(arguments))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("LIENKET_AGENT_PIN", pin);
        if (token != null) {
            builder.environment().putAll(token.environment());
        }
        process = builder.start();
    }

    private void assertEnded(String sentence) throws Exception {
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(said)).startsWith(sentence);
    }

    /** On all outputs of the process, which hold neither the PIN nor the key. */
    private String everythingSaid(Entity signer) throws Exception {
        String text = Files.readString(said, StandardCharsets.UTF_8);
        byte[] key = signer.key().getEncoded();
        assertThat(text)
                .doesNotContain(SoftToken.PIN)
                .doesNotContain(Base64.getEncoder().encodeToString(key))
                .doesNotContain(HexFormat.of().formatHex(key));
        return text;
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> new AgentCommand().run(List.of(arguments)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(sentence);
    }
}
