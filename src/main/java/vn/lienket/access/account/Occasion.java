package vn.lienket.access.account;

/** Why somebody gets a link. */
enum Occasion {
    INVITATION(
            "Mời sử dụng LienKet",
            "Tài khoản của anh/chị trên LienKet đã được tạo. Mời anh/chị đặt mật khẩu để đăng nhập."),
    FORGOTTEN(
            "Đặt lại mật khẩu",
            "Có yêu cầu đặt lại mật khẩu cho tài khoản của anh/chị. Nếu không phải anh/chị yêu cầu, xin bỏ qua thư này: mật khẩu"
                    + " hiện tại vẫn dùng được.");

    private final String heading;
    private final String sentence;

    Occasion(String heading, String sentence) {
        this.heading = heading;
        this.sentence = sentence;
    }

    String heading() {
        return heading;
    }

    String sentence() {
        return sentence;
    }
}
