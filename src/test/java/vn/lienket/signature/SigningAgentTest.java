package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.problem.ProblemException;

/** The agent with a key in a file: whom it answers, what it signs, what it asks. */
class SigningAgentTest {

    private static final String ORIGIN = "https://hop-tac.example";
    private static final String PIN = new String(DemoOffice.PASSWORD);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final BlockingQueue<String> typed = new ArrayBlockingQueue<>(10);
    private SigningAgent agent;
    private AgentCaller page;
    private SignerCertificates signer;
    private PreparedRevision prepared;

    @BeforeEach
    void anAgentWithTheKeyOfALeader() throws Exception {
        byte[] p12 = new DemoOffice(directory)
                .keys(Clock.systemUTC())
                .of("qtsc.leader1")
                .orElseThrow();
        Path file = Files.write(directory.resolve("key.p12"), p12);
        signer = SigningKey.open(file, DemoOffice.PASSWORD).certificates();
        Path pdf = directory.resolve("a.pdf");
        try (PDDocument document = new PDDocument();
                OutputStream target = Files.newOutputStream(pdf)) {
            document.addPage(new PDPage());
            document.save(target);
        }
        prepared = new PdfSigner(Clock.systemUTC()).prepare(pdf, signer);
        typed.add(PIN);
        agent = new SigningAgent(0, ORIGIN, KeyPlace.file(file), console());
        page = new AgentCaller(agent.port(), ORIGIN);
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void offersTheCertificateAndSignsAfterThePin() throws Exception {
        JsonNode key = page.certificates().path(0);
        assertThat(key.path("signer").asText()).isEqualTo("Lãnh đạo 1, QTSC (trình diễn)");
        assertThat(key.path("organisation").asText()).isEqualTo(DemoOffice.COMPANY);
        assertThat(key.path("issuer").asText()).isEqualTo(signer.issuer()).isNotEmpty();
        assertThat(key.path("validTo").asText()).isEqualTo(signer.validTo().toString());
        assertThat(key.path("chain")).isNotEmpty();

        typed.add(PIN);
        HttpResponse<String> answer = page.sign(wanted());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        byte[] value = AgentCaller.read(answer).path("value").binaryValue();
        assertThat(signer.signed(prepared.dataToSign(), value)).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        ORIGIN, "thoa-thuan.pdf", "SHA-256", "00ff", "Lãnh đạo 1, QTSC (trình diễn)", "Đã ký.");
    }

    @Test
    void withoutThePinNothingIsSigned() throws Exception {
        typed.add("");
        assertRefused(403, "Người giữ khóa không đồng ý ký.", page.sign(wanted()));
        typed.add("sai");
        assertRefused(400, "Mật khẩu của tệp khóa không đúng.", page.sign(wanted()));
    }

    @Test
    void onlyPagesOfLienKetAreAnsweredAndOnlyByTheNameOfThisMachine() throws Exception {
        AgentCaller foreign = new AgentCaller(agent.port(), "https://khac.example");
        HttpResponse<String> answer = foreign.sign(wanted());
        assertRefused(403, "Phần mềm ký chỉ nhận lời gọi từ trang " + ORIGIN + ".", answer);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        try (Socket socket = new Socket("127.0.0.1", agent.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /certificates HTTP/1.1\r\nHost: evil.example:%d\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(agent.port(), ORIGIN)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void browsersAreToldThatThePageMayCall() throws Exception {
        HttpResponse<String> answer = AgentCaller.send(page.request("/sign")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Private-Network", "true")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).hasValue("Content-Type");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Private-Network"))
                .hasValue("true");
    }

    @Test
    void anythingButASignatureOfAFileIsRefused() throws Exception {
        String sentence = "Phần mềm ký không đọc được yêu cầu ký.";
        Map<String, Object> other = new HashMap<>(wanted());
        other.put("dataToSign", "chuyển tiền".getBytes(StandardCharsets.UTF_8));
        assertRefused(400, sentence, page.sign(other));
        other.putAll(wanted());
        other.put("algorithm", "SHA1withRSA");
        assertRefused(400, sentence, page.sign(other));
        other.putAll(wanted());
        other.put("certificate", "AAAA");
        assertRefused(404, "Phần mềm ký không có khóa của chứng thư này.", page.sign(other));
        assertRefused(400, sentence, page.sign(Map.of()));
        assertRefused(400, sentence, page.sign(Map.of("khác", 1)));
        assertRefused(
                400, sentence, AgentCaller.send(page.request("/sign").POST(BodyPublishers.ofString("certificate=x"))));
        other.putAll(wanted());
        other.put("fileName", "a".repeat(120_000));
        assertRefused(413, "Yêu cầu ký quá lớn.", page.sign(other));
        assertRefused(404, "Phần mềm ký không có địa chỉ này.", AgentCaller.send(page.request("/keys")));
    }

    @Test
    void aNameCannotWriteOverWhatIsShown() throws Exception {
        Map<String, Object> wanted = new HashMap<>(wanted());
        wanted.put("fileName", "\u001b[2Ja\u202efdp.exe\n\r" + "b".repeat(300));
        typed.add(PIN);
        assertThat(page.sign(wanted).statusCode()).isEqualTo(200);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("[2Jafdp.exebbb", "b…")
                .doesNotContain("\u001b", "\u202e", "\r");
    }

    @Test
    void oneAtATimeIsSigned() throws Exception {
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
            try {
                return page.sign(wanted());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        awaitShown("xin ký");

        HttpResponse<String> second = page.sign(wanted());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("yêu cầu ký trước", "hãy nhập PIN, hoặc để trống rồi nhấn Enter", "bấm ký lại")
                .doesNotContain("văn bản khác");

        typed.add(PIN);
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    @Test
    void aSignatureThatNobodyTakesIsNotCalledOne() throws Exception {
        page.ask(wanted(), () -> awaitShown("xin ký"));

        typed.add(PIN);

        awaitShown("Không trang nào nhận chữ ký này");
        assertThat(shown.toString(StandardCharsets.UTF_8)).doesNotContain("Đã ký.");
        typed.add(PIN);
        assertThat(page.sign(wanted()).statusCode()).isEqualTo(200);
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Đã ký.");
    }

    @Test
    void whatWasTypedBeforeTheQuestionIsNoPin() {
        AtomicInteger lines = new AtomicInteger();
        typed.clear();
        Stream.of(PIN, "0000").forEach(typed::add);
        Keyboard keyboard = new Keyboard(() -> {
            lines.incrementAndGet();
            return next();
        });
        Awaitility.await().untilAtomic(lines, equalTo(3));

        CompletableFuture<char[]> answer = CompletableFuture.supplyAsync(keyboard::next);
        Awaitility.await().until(() -> {
            typed.offer("1");
            return answer.isDone();
        });

        assertThat(answer.join()).containsExactly('1');
    }

    @Test
    void whereNothingCanBeTypedNothingIsAgreedTo() {
        Keyboard keyboard = new Keyboard(() -> null);
        assertThat(keyboard.next()).isEmpty();
        assertThat(keyboard.next()).isEmpty();
    }

    @Test
    void aWrongPinOrATakenPortStartsNothing() {
        KeyPlace place = KeyPlace.file(directory.resolve("key.p12"));
        typed.add("sai");
        assertThatThrownBy(() -> new SigningAgent(0, ORIGIN, place, console()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Mật khẩu của tệp khóa không đúng.");
        typed.add(PIN);
        assertThatThrownBy(() -> new SigningAgent(agent.port(), ORIGIN, place, console()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Cổng %d của máy này đang bận.".formatted(agent.port()));
    }

    @Test
    void neitherPinNorKeyIsEverShown() throws Exception {
        Stream.of("sai-0123", PIN).forEach(typed::add);
        page.sign(wanted());
        page.sign(wanted());
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Đã ký.").doesNotContain(PIN, "sai-0123");
    }

    private Map<String, Object> wanted() throws Exception {
        return AgentCaller.wanted(page.certificates().path(0), signer, prepared);
    }

    private void awaitShown(String text) {
        Awaitility.await().until(() -> shown.toString(StandardCharsets.UTF_8).contains(text));
    }

    private AgentConsole console() {
        return new AgentConsole(new PrintStream(shown, true, StandardCharsets.UTF_8), question -> next());
    }

    private char[] next() {
        try {
            return typed.take().toCharArray();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(int status, String sentence, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(AgentCaller.read(answer).path("detail").asText()).isEqualTo(sentence);
    }
}
