package vn.lienket.audit;

import org.springframework.stereotype.Component;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** Who may read the trail, and how much at once. */
@Component
class TrailReaders {

    private static final int MAX_SIZE = 500;

    private final CurrentUser currentUser;

    TrailReaders(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** Administrators; anybody else is refused with 403. */
    void require() {
        if (!currentUser.find().map(User::administrator).orElse(false)) {
            throw ProblemException.forbidden("Chỉ quản trị viên được xem nhật ký kiểm toán.");
        }
    }

    void checkPage(int page, int size) {
        new FieldProblems()
                .check(page >= 0, "page", "Số trang bắt đầu từ 0.")
                .check(size >= 1 && size <= MAX_SIZE, "size", "Mỗi trang có từ 1 đến %d dòng.".formatted(MAX_SIZE))
                .throwIfAny();
    }
}
