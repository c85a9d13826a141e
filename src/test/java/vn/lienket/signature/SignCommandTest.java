package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.support.TestPki;
import vn.lienket.support.TestPki.Wish;
import vn.lienket.support.TestTsa;

class SignCommandTest {

    @TempDir
    Path directory;

    private Path key;
    private Path pdf;
    private Path signed;

    @BeforeEach
    void files() throws Exception {
        byte[] p12 = new DemoOffice(directory)
                .keys(Clock.systemUTC())
                .of("qtsc.leader1")
                .orElseThrow();
        key = Files.write(directory.resolve("qtsc.leader1.p12"), p12);
        pdf = directory.resolve("a.pdf");
        signed = directory.resolve("b.pdf");
        try (PDDocument document = new PDDocument();
                OutputStream file = Files.newOutputStream(pdf)) {
            document.addPage(new PDPage());
            document.save(file);
        }
    }

    @Test
    void signsAndSaysWhoHasSigned() throws Exception {
        assertThat(sign("--in", pdf, "--out", signed, "--password", "lienket", "--key", key))
                .isEqualTo("Đã ký tệp %s. Người ký: Lãnh đạo 1, QTSC (trình diễn).".formatted(signed));

        assertThat(Files.mismatch(pdf, signed)).isEqualTo(Files.size(pdf));
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
        }
    }

    @Test
    void addsTheStampOfTheAuthorityThatIsNamedOrSignsNothing() throws Exception {
        try (TestPki pki = new TestPki();
                TestTsa tsa = new TestTsa(
                        pki.issue(
                                pki.root("CN=Gốc dấu thời gian"),
                                Wish.of("CN=Dấu thời gian").stamping()),
                        Clock.systemUTC())) {
            tsa.answers(TestTsa.Manner.REFUSING);
            assertThatThrownBy(() -> signStamped(tsa.address()))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("Chưa lấy được dấu thời gian");
            assertThat(signed).doesNotExist();

            tsa.answers(TestTsa.Manner.GOOD);
            signStamped(tsa.address());

            try (PDDocument document = Loader.loadPDF(signed.toFile())) {
                byte[] cms = document.getSignatureDictionaries().get(0).getContents();
                assertThat(new CMSSignedData(new ByteArrayInputStream(cms))
                                .getSignerInfos()
                                .iterator()
                                .next()
                                .getUnsignedAttributes()
                                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                        .isNotNull();
            }
        }
    }

    private void signStamped(String address) {
        sign("--in", pdf, "--out", signed, "--password", "lienket", "--key", key, "--tsa", address);
    }

    @Test
    void saysWhatIsWrongAndSignsNothing() throws Exception {
        Path empty = directory.resolve("empty.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, DemoOffice.PASSWORD);
        Files.write(empty, bytes.toByteArray());
        Path none = directory.resolve("none");

        assertRefused("Mật khẩu của tệp khóa không đúng.", key, "sai-mật-khẩu", pdf, signed);
        assertRefused("Không đọc được tệp khóa; cần một tệp PKCS#12", pdf, "lienket", pdf, signed);
        assertRefused("Tệp khóa không chứa khóa ký", empty, "lienket", pdf, signed);
        assertRefused("Không có tệp " + none + ".", none, "lienket", pdf, signed);
        assertRefused("Không có tệp " + none + ".", key, "lienket", none, signed);
        assertRefused("Không đọc được tệp PDF", key, "lienket", key, signed);
        assertRefused("Không có thư mục " + none + ".", key, "lienket", pdf, none.resolve("b.pdf"));
        assertRefused("Đã có tệp kết quả; tệp đó không bị ghi đè.", key, "lienket", pdf, pdf);
        assertThat(signed).doesNotExist();
    }

    @Test
    void wantsItsFourArguments() {
        assertThatThrownBy(() -> sign("--in", pdf, "--in", signed, "--password", "x", "--key", key))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("Lệnh sign cần đủ bốn tham số.");
    }

    private void assertRefused(String sentence, Path keyFile, String password, Path in, Path out) {
        assertThatThrownBy(() -> sign("--key", keyFile, "--password", password, "--in", in, "--out", out))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining(password);
    }

    private static String sign(Object... arguments) {
        return new SignCommand()
                .run(List.of(arguments).stream().map(Object::toString).toList());
    }
}
