package vn.lienket.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For somebody who has lost both his authenticator and his recovery codes. */
class RemoveSecondFactorCommand extends AccountCommand {

    @Override
    public String name() {
        return "remove-second-factor";
    }

    @Override
    public String usage() {
        return "<tên đăng nhập>: gỡ mã xác thực của một người đã mất điện thoại và mã dự phòng";
    }

    @Override
    String run(String userId, JdbcClient database) {
        return new Authenticators(database).remove(userId)
                ? "Đã gỡ mã xác thực của “%s”; nếu vai trò đòi hỏi, người đó đăng ký lại khi đăng nhập."
                        .formatted(userId)
                : "Tài khoản “%s” không có mã xác thực.".formatted(userId);
    }
}
