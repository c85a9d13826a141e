package vn.lienket.problem;

/** What more than one door says in the same words. */
public final class Sentences {

    public static final String FAILED = "Hệ thống gặp lỗi khi xử lý yêu cầu. Hãy thử lại, hoặc báo người quản trị.";
    public static final String NO_PAGE = "Không có trang nào ở địa chỉ này.";
    public static final String NOT_FOUND = "Không tìm thấy nội dung được yêu cầu.";
    public static final String FORBIDDEN = "Bạn không có quyền thực hiện thao tác này.";
    public static final String SIGN_IN = "Bạn cần đăng nhập để thực hiện thao tác này.";
    public static final String TOO_MANY_SIGN_INS =
            "Hệ thống đang có quá nhiều yêu cầu đăng nhập. Hãy thử lại sau ít giây.";
    public static final String LINK_USED = "Liên kết này không dùng được nữa.";
    public static final String NO_ENTERPRISE = "Không có doanh nghiệp này trong sổ đăng ký.";
    public static final String EMPTY_FILE = "Tệp (file) không có nội dung.";
    public static final String NOT_JSON = "Trường %s không đúng định dạng JSON.";
    public static final String NO_CASE = "Không có hồ sơ %s.";
    public static final String NOT_AWAITED = "Hồ sơ %s không chờ trả lời này.";
    public static final String ONE_PARTY =
            "Kênh hợp tác: các bên của kênh nay là một đơn vị; hãy chọn kênh có ít nhất hai bên.";
    public static final String PAGE = "Trang (page): từ 0 đến %d.";
    public static final String SIZE = "Số dòng mỗi trang (size): từ 1 đến %d.";
    public static final String TEXT = "Từ cần tìm (text): không quá %d ký tự in được.";
    public static final String NO_CHANNEL = "Kênh hợp tác (channel): không có kênh này trong các kênh của bạn.";
    public static final String NO_ACCOUNT = "Không có tài khoản “%s”.";

    private Sentences() {}
}
