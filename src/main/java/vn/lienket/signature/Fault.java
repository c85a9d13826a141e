package vn.lienket.signature;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a signed file, the gravest first; each with its sentence. */
enum Fault {
    ENCRYPTED("Tệp PDF đặt mật khẩu hoặc mã hóa nên không kiểm tra được chữ ký."),
    BROKEN("Tệp PDF hỏng hoặc sai cấu trúc nên không kiểm tra được chữ ký; hãy xuất lại tệp rồi ký lại."),
    TOO_MANY("Tệp PDF mang quá nhiều chữ ký nên không kiểm tra được."),
    LATE("Kiểm tra chữ ký mất quá nhiều thời gian; hãy thử lại sau ít phút."),
    FAILED("Chưa kiểm tra được chữ ký do lỗi của hệ thống; hãy thử lại sau ít phút."),
    UNREADABLE("Tệp có ô chữ ký không đọc được nội dung: chữ ký bị xóa, bị thay hoặc không theo chuẩn PAdES."),
    BYTE_RANGE(
            "Chữ ký không bao trùm toàn bộ nội dung tại thời điểm ký (ByteRange sai).",
            "BBB_FC_DASTHVBR_ANS",
            "BBB_FC_IBRV_ANS",
            "BBB_FC_DBTOOST_ANS"),
    DUPLICATE("Một chữ ký xuất hiện hai lần trong tệp.", "BBB_FC_ISD_ANS", "BBB_FC_ISRIA_ANS"),
    SIGNERS("Một chữ ký chứa nhiều người ký, trái chuẩn PAdES.", "BBB_FC_IOSIP_ANS"),
    DICTIONARY("Thông tin của chữ ký đã bị thay đổi sau khi ký.", "BBB_FC_ISDC_ANS"),
    PAGES("Tệp bị thêm hoặc bớt trang sau khi ký.", "BBB_FC_DSFREAP_ANS"),
    COVERING("Hình của một chữ ký lớn hơn một phần tư trang A4 nên có thể che nội dung."),
    HIDES_TEXT("Hình của một chữ ký che lên chữ của văn bản. Hãy đặt hình chữ ký vào chỗ trống của trang rồi ký lại."),
    OVERLAPPING("Hình của một chữ ký đè lên hình chữ ký khác; chỉ con dấu được đè lên chữ ký của chính đơn vị đó."),
    FORM_FILLED("Ô nhập liệu trong tệp bị điền hoặc sửa sau khi ký."),
    ANNOTATED("Ghi chú, hình hoặc chữ bị đặt thêm, sửa hoặc xóa trên trang sau khi ký.", "BBB_FC_DSCNACMDM_ANS"),
    CHANGED(
            "Nội dung tệp bị thay đổi sau khi ký.",
            "BBB_FC_DSCNUOM_ANS",
            "BBB_FC_ISVADMDPD_ANS",
            "BBB_FC_ISVAFMDPD_ANS",
            "BBB_FC_ISVASFLD_ANS",
            "BBB_CV_IRDOF_ANS",
            "BBB_CV_IRDOI_ANS"),
    APPENDED("Sau chữ ký cuối cùng, tệp còn bị ghi thêm nội dung không được chữ ký nào bao trùm."),
    LOCKED(
            "Chữ ký mới khóa tệp, người khác không ký tiếp và không bổ sung được dấu thời gian lưu trữ. Hãy ký lại mà không khóa tệp."),
    BROKEN_SIGNATURE("Chữ ký không khớp với chứng thư của người ký.", "BBB_CV_ISI_ANS"),
    NO_CERTIFICATE(
            "Chữ ký không kèm hoặc không nêu đúng chứng thư của người ký.",
            "BBB_ICS_ISCI_ANS",
            "BBB_ICS_ISASCP_ANS",
            "BBB_ICS_ISACDP_ANS",
            "BBB_ICS_ICDVV_ANS",
            "BBB_ICS_ICDVVS_ANS",
            "BBB_ICS_AIDNASNE_ANS"),
    WEAK_DIGEST("Chữ ký dùng thuật toán băm không an toàn; cần SHA-256 trở lên.", "ASCCM_DAA_ANS", "ASCCM_DAA_ANS_2"),
    WEAK_KEY(
            "Khóa ký quá ngắn hoặc không được chấp nhận; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.",
            "ASCCM_CAA_ANS",
            "ASCCM_APKSA_ANS",
            "ASCCM_APKSA_ANS_2",
            "ASCCM_PKSK_ANS"),
    SELF_SIGNED("Chứng thư của người ký do chính người ký tự cấp, không thuộc tổ chức chứng thực nào."),
    UNKNOWN_ROOT(
            "Chứng thư của người ký không thuộc gốc chữ ký số công vụ hay gốc công cộng được tin cậy.",
            "BBB_XCV_CCCBB_ANS",
            "BBB_XCV_CCCBB_SIG_ANS"),
    PATH(
            "Đường dẫn chứng thư của người ký không hợp lệ: tổ chức cấp chứng thư không có quyền cấp.",
            "BBB_XCV_ICAC_ANS",
            "BBB_XCV_ICPDV_ANS",
            "BBB_XCV_ICSI_ANS",
            "BBB_XCV_DCSBSINC_ANS",
            "BBB_XCV_DCIDNMSDNIC_ANS"),
    REVOKED("Chứng thư của người ký đã bị thu hồi.", "BBB_XCV_ISCR_ANS", "BSV_ISCRAVTC_ANS"),
    ON_HOLD("Chứng thư của người ký đang bị tạm dừng.", "BBB_XCV_ISCOH_ANS"),
    EXPIRED(
            "Chứng thư của người ký đã hết hạn hoặc chưa có hiệu lực tại thời điểm ký.",
            "BBB_SAV_ISQPSTWSCVR_ANS",
            "BBB_XCV_ICTIVRSC_ANS",
            "BSV_IVTAVRSC_ANS"),
    NO_TIME("Chữ ký không ghi thời gian ký.", "BBB_SAV_ISQPSTP_ANS"),
    TIMESTAMP("Dấu thời gian của chữ ký không khớp với chữ ký.", "BBB_SAV_ITVS_ANS"),
    USAGE("Chứng thư của người ký không được cấp để ký văn bản.", "BBB_XCV_ISCGKU_ANS", "BBB_XCV_ISCGKU_ANS_CERT"),
    NO_ADDRESS("Chứng thư của người ký không cho biết nơi kiểm tra thu hồi."),
    REVOCATION_UNKNOWN(
            "Chưa biết chứng thư có bị thu hồi hay không, vì tổ chức chứng thực không trả lời hoặc không xác nhận; hãy thử lại sau ít phút.",
            "BBB_XCV_IRDPFC_ANS",
            "BBB_XCV_IRDPFRC_ANS",
            "BBB_XCV_IARDPFC_ANS",
            "BBB_XCV_RAC_ANS",
            "BBB_XCV_ISCUKN_ANS"),
    FUTURE("Thời gian ký ghi trên chữ ký nằm ở tương lai."),
    WRONG_ANCHOR(
            "Chứng thư của tổ chức này phải thuộc gốc khác: cơ quan nhà nước dùng gốc công vụ, doanh nghiệp dùng gốc công cộng."),
    WRONG_PARTY("Chứng thư của người ký không thuộc bên nào của văn bản này."),
    WRONG_ORDER("Các bên ký không đúng thứ tự."),
    OTHER("Chữ ký không hợp lệ theo chuẩn PAdES.");

    /** What may befall a certificate, or come to be unknown of it, after a signature was made with it. */
    static final Set<Fault> LATER = EnumSet.of(REVOKED, ON_HOLD, EXPIRED, REVOCATION_UNKNOWN);

    private final String sentence;
    private final List<String> causes;

    /** @param causes the keys of the messages with which the library tells it */
    Fault(String sentence, String... causes) {
        this.sentence = sentence;
        this.causes = List.of(causes);
    }

    String sentence() {
        return sentence;
    }

    /** The sentence for what was added to a text before it was signed. */
    String addition() {
        return switch (this) {
            case LOCKED -> sentence;
            case PAGES -> added("thêm hoặc bớt trang");
            case ANNOTATED -> added("đặt thêm ghi chú, hình hoặc chữ trên trang");
            case FORM_FILLED -> added("điền hoặc sửa ô nhập liệu");
            default -> added("sửa nội dung");
        };
    }

    private static String added(String what) {
        return "Ngoài chữ ký, tệp còn bị %s so với văn bản cần ký. Hãy tải lại văn bản đó, chỉ ký số vào rồi tải lên."
                .formatted(what);
    }

    /** Whether asking again may tell more: what was missing is not part of the file. */
    boolean passing() {
        return this == REVOCATION_UNKNOWN || this == LATE || this == FAILED;
    }

    static Optional<Fault> of(String cause) {
        for (Fault fault : values()) {
            if (fault.causes.contains(cause)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
