package vn.lienket.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets somebody in at once whom wrong attempts make wait. */
class UnlockCommand extends AccountCommand {

    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public String usage() {
        return "<tên đăng nhập>: bỏ thời gian chờ do nhập sai mật khẩu của một tài khoản";
    }

    @Override
    String run(String userId, JdbcClient database) {
        Attempts.forgive(userId, database);
        return "Tài khoản “%s” đăng nhập lại được ngay.".formatted(userId);
    }
}
