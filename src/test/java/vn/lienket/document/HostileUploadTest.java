package vn.lienket.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienket.document.DocumentContext.TAY_NINH_CHANNEL;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.content.HostileFiles;
import vn.lienket.document.DocumentContext.SignedIn;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemException.Kind;

/** Where a virus scanner is set that does not answer. */
@SpringBootTest(
        classes = DocumentContext.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lienket.clamav.host=127.0.0.1", "lienket.clamav.port=1", "lienket.clamav.timeout=2s"})
class HostileUploadTest {

    @Autowired
    private Documents documents;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void signIn() {
        signedIn.as("binhduong.officer1", TAY_NINH_CHANNEL);
    }

    @Test
    void aBombIsRefusedBeforeAnybodyOpensIt() {
        assertRefused(HostileFiles.bomb(300), Kind.INVALID, "giới hạn 2 MB");
    }

    @Test
    void activeContentIsRefusedAndNamed() {
        assertRefused(
                HostileFiles.pdf("<</Type/Catalog/OpenAction<</S/JavaScript/JS(a)>>>>"),
                Kind.INVALID,
                "có nội dung chủ động (mã JavaScript)");
    }

    @Test
    void withoutTheScannersAnswerNothingIsStored() {
        assertRefused(SampleFiles.docx(), Kind.BUSY, "Hãy thử lại");
    }

    /** It is made in the transaction of a step, which waits for nobody outside. */
    @Test
    void whatTheProductMakesItselfIsStoredWithoutTheScanner() {
        assertThat(documents
                        .store(SampleFiles.pdf("a"), "a.pdf", TAY_NINH_CHANNEL)
                        .isPdf())
                .isTrue();
    }

    private void assertRefused(byte[] content, Kind kind, String reason) {
        int before = stored();
        assertThatThrownBy(() -> documents.store(new ByteArrayInputStream(content), "a.pdf", TAY_NINH_CHANNEL, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(reason);
        assertThat(stored()).isEqualTo(before);
    }

    private int stored() {
        return jdbc.sql("select count(*) from lienket.document")
                .query(Integer.class)
                .single();
    }
}
