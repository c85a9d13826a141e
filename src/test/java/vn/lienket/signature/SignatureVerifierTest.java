package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;
import vn.lienket.signature.Verification.Verdict;

/** Real files, real certificates and a real OCSP responder. */
class SignatureVerifierTest {

    private static final List<String> ANYBODY = List.of();

    @TempDir
    private static Path directory;

    private static SignedFiles files;
    private static SignatureVerifier verifier;

    @BeforeAll
    static void trustTwoRoots() throws Exception {
        files = new SignedFiles(directory);
        verifier = verifier(true);
    }

    @AfterAll
    static void stop() {
        files.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody has signed it                                   | UNSIGNED  |
            a field for a signature is empty                       | UNSIGNED  |
            a department                                           | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a company                                              | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số công cộng.
            a department, then a company                           | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            three signatures                                       | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            unseen, then seen                                      | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a signature is seen on letters that nobody sees        | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            seen, then unseen                                      | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            both unseen                                            | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            the same department twice                              | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a time stamp                                           | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a time stamp of a strange authority                    | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            with proofs for years (B-LT)                           | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            RSA of 2048 bits                                       | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a curve of 384 bits                                    | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            SHA-512                                                | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            SHA3-256                                               | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            PDF/A                                                  | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            without object streams                                 | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            20 MB                                                  | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a field was filled in before                           | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            links lay over each other before                       | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            its root revokes nothing                               | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            its authority revokes nothing                          | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            revoked after it arrived                               | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            certified, then signed as allowed                      | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            the second signed in a field made for him              | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            somebody of no listed organisation                     | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a strange root                                         | INVALID   | Chứng thư của người ký không thuộc gốc chữ ký số công vụ hay gốc công cộng được tin cậy.
            certified by himself                                   | INVALID   | Chứng thư của người ký do chính người ký tự cấp, không thuộc tổ chức chứng thực nào.
            expired before it was signed                           | INVALID   | Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.
            expired when it arrived, signed before by its own word | INVALID   | Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.
            not valid yet                                          | INVALID   | Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.
            revoked                                                | INVALID   | Chứng thư của người ký đã bị thu hồi.
            on hold                                                | INVALID   | Chứng thư của người ký đang bị tạm dừng.
            its authority is revoked                               | INVALID   | Chứng thư của người ký đã bị thu hồi.
            unknown to its authority                               | UNDECIDED | Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.
            no address to ask at                                   | INVALID   | Chứng thư của người ký không cho biết nơi kiểm tra thu hồi.
            issued by one who is no authority                      | INVALID   | Đường dẫn chứng thư của người ký không hợp lệ: tổ chức cấp chứng thư không có quyền cấp.
            a key for encryption only                              | INVALID   | Chứng thư của người ký không được cấp để ký văn bản.
            a department under the public root                     | INVALID   | Chứng thư của tổ chức này phải thuộc gốc khác: cơ quan nhà nước dùng gốc công vụ, doanh nghiệp dùng gốc công cộng.
            a company under the root of the state                  | INVALID   | Chứng thư của tổ chức này phải thuộc gốc khác: cơ quan nhà nước dùng gốc công vụ, doanh nghiệp dùng gốc công cộng.
            signed tomorrow                                        | INVALID   | Thời gian ký ghi trên chữ ký nằm ở tương lai.
            SHA-1                                                  | INVALID   | Chữ ký dùng thuật toán băm không an toàn; cần SHA-256 trở lên.
            MD5                                                    | INVALID   | Chữ ký dùng thuật toán băm không an toàn; cần SHA-256 trở lên.
            RSA of 1024 bits                                       | INVALID   | Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.
            RSA of 1536 bits                                       | INVALID   | Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.
            an authority with RSA of 1024 bits                     | INVALID   | Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.
            a comment behind it                                    | INVALID   | Sau chữ ký cuối cùng, tệp còn bị ghi thêm nội dung không được chữ ký nào bao trùm.
            bytes behind it                                        | INVALID   | Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại.
            a byte of the text changed                             | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a byte of the signature changed                        | INVALID   | Chữ ký không khớp với chứng thư của người ký.
            an update that changes nothing                         | INVALID   | Sau chữ ký cuối cùng, tệp còn bị ghi thêm nội dung không được chữ ký nào bao trùm.
            its page was drawn anew                                | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            something was drawn over its page                      | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a page was added                                       | INVALID   | Tệp bị thêm hoặc bớt trang sau khi ký.
            a page was taken away                                  | INVALID   | Tệp bị thêm hoặc bớt trang sau khi ký.
            its pages were exchanged for others                    | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a stamp was put over its text                          | INVALID   | Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.
            a stamp was put between two signatures                 | INVALID   | Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.
            its page was drawn anew between two signatures         | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            its font was exchanged                                 | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a layer was switched off                               | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a field was filled in                                  | INVALID   | Ô nhập liệu trong tệp bị điền hoặc sửa sau khi ký.
            a field was filled in between two signatures           | INVALID   | Ô nhập liệu trong tệp bị điền hoặc sửa sau khi ký.
            the looks of a field were changed                      | INVALID   | Ô nhập liệu trong tệp bị điền hoặc sửa sau khi ký.
            its metadata were changed                              | INVALID   | Sau chữ ký cuối cùng, tệp còn bị ghi thêm nội dung không được chữ ký nào bao trùm.
            a script was added                                     | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            changed although it was certified                      | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            the signature was taken out                            | UNSIGNED  |
            the name of the signer was changed                     | INVALID   | Thông tin của chữ ký đã bị thay đổi sau khi ký.
            no byte range                                          | INVALID   | Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES.
            no contents                                            | INVALID   | Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES.
            empty contents                                         | INVALID   | Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES.
            a byte range that does not begin at the start          | INVALID   | Chữ ký không bao trùm toàn bộ nội dung tại thời điểm ký (ByteRange sai).
            a byte range that ends early                           | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a byte range with a wider gap                          | INVALID   | Chữ ký không bao trùm toàn bộ nội dung tại thời điểm ký (ByteRange sai).
            a byte range longer than the file                      | INVALID   | Chữ ký không bao trùm toàn bộ nội dung tại thời điểm ký (ByteRange sai).
            the signature of another file                          | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            one signature in two fields                            | INVALID   | Thông tin của chữ ký đã bị thay đổi sau khi ký.
            fifty-one signatures                                   | INVALID   | Tệp PDF mang quá nhiều chữ ký nên không kiểm tra được.
            a password                                             | INVALID   | Tệp PDF đặt mật khẩu hoặc mã hóa nên không kiểm tra được chữ ký.
            encrypted without a password                           | INVALID   | Tệp PDF đặt mật khẩu hoặc mã hóa nên không kiểm tra được chữ ký.
            its cross-references are wrong                         | INVALID   | Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại.
            cut off                                                | INVALID   | Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại.
            a text file                                            | INVALID   | Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại.
            nothing but a head                                     | INVALID   | Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại.
            the second signature lies over the text                | INVALID   | Hình của một chữ ký lớn hơn một phần tư trang A4 nên có thể che nội dung.
            a signature is seen on a line of the text              | INVALID   | Hình của một chữ ký che lên chữ của văn bản. Hãy đặt hình chữ ký vào chỗ trống của trang rồi ký lại.
            a signature is seen on a line of a turned page         | INVALID   | Hình của một chữ ký che lên chữ của văn bản. Hãy đặt hình chữ ký vào chỗ trống của trang rồi ký lại.
            a signature in a field for text                        | INVALID   | Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES.
            with proofs for decades (B-LTA)                        | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            not on the list of its authority                       | VALID     | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            on the list of its authority                           | INVALID   | Chứng thư của người ký đã bị thu hồi.
            on a list that is too old                             | INVALID   | Chứng thư của người ký đã bị thu hồi.
            a list that is too old                                 | UNDECIDED | Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.
            a list that is too long                                | UNDECIDED | Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.
            a broken list                                          | UNDECIDED | Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.
            a list that somebody else has signed                   | UNDECIDED | Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.
            a curve of 192 bits                                    | INVALID   | Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.
            a curve of 224 bits                                    | INVALID   | Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.
            two signers in one signature                           | INVALID   | Một chữ ký chứa nhiều người ký, trái chuẩn PAdES.
            a signature that carries a text of its own             | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            the file from before behind it                         | UNSIGNED  |
            what hid the text was taken away                       | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            what hid the text was taken away between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            the letters of its font were exchanged                 | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            another table shows what lay hidden in it              | UNSIGNED  |
            another table shows other bytes for its text           | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a note was hidden between two signatures               | INVALID   | Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.
            a note lost its looks between two signatures           | INVALID   | Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.
            a drawing with the name of proofs was changed between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a drawing with the name of extensions was changed between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a drawing that a form knows too was changed between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            its text was exchanged for one that is known by the same name | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a drawing that lies very deep was changed between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            the looks of the first signature were changed by the second | INVALID   | Thông tin của chữ ký đã bị thay đổi sau khi ký.
            the first signature was moved by the second            | INVALID   | Thông tin của chữ ký đã bị thay đổi sau khi ký.
            the first signature was taken out before the second    | INVALID   | Thông tin của chữ ký đã bị thay đổi sau khi ký.
            a note with the name of a signature                    | INVALID   | Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.
            two fields of the same name                            | INVALID   | Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES.
            a form of another kind was added between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            what fields are drawn with was exchanged between two signatures | INVALID   | Nội dung tệp bị thay đổi sau khi ký.
            a field that waits for a signature was made to cover the text | INVALID   | Ô nhập liệu trong tệp bị điền hoặc sửa sau khi ký.
            """)
    void everyFileHasItsVerdictAndItsSentence(String name, Verdict verdict, String sentence) throws Exception {
        Verification verification = verifier.verify(files.make(name), Instant.now(), ANYBODY);

        assertThat(verification.verdict()).isEqualTo(verdict);
        assertThat(sentence(verification)).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0}, signed by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            a department, then a company | binhduong qtsc    | VALID   | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a department                 | binhduong qtsc    | VALID   | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            the same department twice    | binhduong qtsc    | VALID   | Chữ ký hợp lệ, thuộc gốc chữ ký số chuyên dùng công vụ.
            a company                    | binhduong qtsc    | INVALID | Các bên ký không đúng thứ tự.
            the second party first       | binhduong qtsc    | INVALID | Các bên ký không đúng thứ tự.
            departments in their order   | tayninh binhduong | INVALID | Các bên ký không đúng thứ tự.
            a department, then a company | binhduong tayninh | INVALID | Chứng thư của người ký không thuộc bên nào của văn bản này.
            somebody of no listed organisation | binhduong qtsc | INVALID | Chứng thư của người ký không thuộc bên nào của văn bản này.
            """)
    void partiesSignInTheirOrder(String name, String parties, Verdict verdict, String sentence) throws Exception {
        Verification verification = verifier.verify(files.make(name), Instant.now(), List.of(parties.split(" ")));

        assertThat(verification.verdict()).isEqualTo(verdict);
        assertThat(sentence(verification)).isEqualTo(sentence);
    }

    @Test
    void itSaysWhoSignedForWhomUnderWhichRootWhenAndWhatItCovers() throws Exception {
        Instant before = Instant.now().minusSeconds(2);

        List<VerifiedSignature> signatures = verifier.verify(
                        files.make("a department, then a company"), Instant.now(), ANYBODY)
                .signatures();

        assertThat(signatures)
                .extracting(
                        VerifiedSignature::signer,
                        VerifiedSignature::organisation,
                        VerifiedSignature::anchor,
                        VerifiedSignature::timeSource,
                        VerifiedSignature::level,
                        VerifiedSignature::wholeFile)
                .containsExactly(
                        tuple("Nguyễn Văn A", "binhduong", Anchor.STATE, TimeSource.CLAIMED, "PAdES-BASELINE-B", false),
                        tuple("Trần Thị B", "qtsc", Anchor.PUBLIC, TimeSource.CLAIMED, "PAdES-BASELINE-B", true));
        assertThat(signatures)
                .extracting(VerifiedSignature::signedAt)
                .allSatisfy(signed -> assertThat(signed).isBetween(before, Instant.now()));
    }

    @Test
    void aTimeStampOfATrustedAuthorityIsTheTimeOfSigning() throws Exception {
        VerifiedSignature signature = only("a time stamp");

        assertThat(signature.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
    }

    @Test
    void aTimeStampOfAStrangeAuthorityIsNoMoreThanAClaim() throws Exception {
        assertThat(only("a time stamp of a strange authority").timeSource()).isEqualTo(TimeSource.CLAIMED);
    }

    @Test
    void anArchiveTimeStampOutlivesTheCertificateOfTheSignerAndItsAuthority() throws Exception {
        Path file = files.make("a short-lived certificate under a time stamp for decades (B-LTA)");

        VerifiedSignature signature = verifier.verify(file, Instant.now().plus(Duration.ofDays(300)), ANYBODY)
                .signatures()
                .get(0);

        assertThat(signature.sentence()).startsWith("Chữ ký hợp lệ");
        assertThat(signature.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LTA");
    }

    @Test
    void withoutATimeStampACertificateThatHasExpiredIsNotValidAnyMore() throws Exception {
        Verification late = verifier.verify(
                files.make("a short-lived certificate"), Instant.now().plus(Duration.ofDays(300)), ANYBODY);

        assertThat(sentence(late))
                .isEqualTo("Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.");
    }

    @Test
    void whileTheAuthorityIsSilentNothingIsDecided() throws Exception {
        Path file = files.make("a department");
        files.pki().silent(true);
        try {
            assertThat(verifier.verify(file, Instant.now(), ANYBODY).verdict()).isEqualTo(Verdict.UNDECIDED);
        } finally {
            files.pki().silent(false);
        }

        assertThat(verifier.verify(file, Instant.now(), ANYBODY).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void nothingIsAskedOfAnAddressInside() throws Exception {
        Path file = files.make("a department");
        int asked = files.pki().questions();

        assertThat(verifier(false).verify(file, Instant.now(), ANYBODY).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(files.pki().questions()).isEqualTo(asked);
    }

    @Test
    void rootsComeAndGoWithoutARestartAndABrokenFileHarmsNoOther() throws Exception {
        Path state = Files.createDirectory(directory.resolve("roots"));
        SignatureVerifier watching = verifier(state);
        Path file = files.make("a department");
        String nobody = watching.basis();
        assertThat(watching.verify(file, Instant.now(), ANYBODY)
                        .signatures()
                        .get(0)
                        .anchor())
                .isEqualTo(Anchor.UNKNOWN);

        Files.writeString(state.resolve("broken.crt"), "no certificate");
        Path root = Files.list(files.stateAnchors()).findFirst().orElseThrow();
        Path copy = Files.copy(root, state.resolve("root.crt"));

        assertThat(watching.basis()).isNotEqualTo(nobody);
        assertThat(watching.verify(file, Instant.now(), ANYBODY).verdict()).isEqualTo(Verdict.VALID);

        Files.delete(copy);

        assertThat(watching.basis()).isEqualTo(nobody);
        assertThat(watching.verify(file, Instant.now(), ANYBODY).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aFileOf50MegabytesTakesAHeapOf128AtMost() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        VerifierProcess.class.getName(),
                        files.signedHuge(50).toString(),
                        files.stateAnchors().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("process.txt").toFile())
                .start();

        assertThat(process.waitFor()).isEqualTo(Verdict.VALID.ordinal());
    }

    private static VerifiedSignature only(String name) throws Exception {
        List<VerifiedSignature> signatures =
                verifier.verify(files.make(name), Instant.now(), ANYBODY).signatures();
        assertThat(signatures).hasSize(1);
        return signatures.get(0);
    }

    /** Of the first signature that is not valid, or of the first. */
    private static String sentence(Verification verification) {
        return verification.signatures().stream()
                .filter(signature -> !signature.valid())
                .findFirst()
                .or(() -> verification.signatures().stream().findFirst())
                .map(VerifiedSignature::sentence)
                .orElse(null);
    }

    private static SignatureVerifier verifier(boolean insideHosts) {
        return verifier(insideHosts, files.stateAnchors());
    }

    private static SignatureVerifier verifier(Path stateAnchors) {
        return verifier(true, stateAnchors);
    }

    private static SignatureVerifier verifier(boolean insideHosts, Path stateAnchors) {
        return new SignatureVerifier(
                properties(insideHosts),
                new TrustAnchors(stateAnchors, files.publicAnchors()),
                new Signers(new ClassPathResource("reference/signers.yaml")));
    }

    static SignatureProperties properties(boolean insideHosts) {
        return new SignatureProperties(
                new SignatureProperties.AnchorDirectories(null, null),
                new ClassPathResource("reference/signers.yaml"),
                Duration.ofSeconds(120),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(1),
                insideHosts,
                Duration.ofMinutes(1),
                2);
    }
}
