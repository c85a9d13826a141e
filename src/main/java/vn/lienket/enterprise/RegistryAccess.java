package vn.lienket.enterprise;

import org.springframework.stereotype.Component;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** Who may do what at the registry's doors: members of its channel read, officers of its keeper and administrators write. */
@Component
public class RegistryAccess {

    private final CurrentUser currentUser;
    private final RegistryProperties properties;

    RegistryAccess(CurrentUser currentUser, RegistryProperties properties) {
        this.currentUser = currentUser;
        this.properties = properties;
    }

    /** 403 for who may not read, whether the enterprise exists or not. */
    public User requireReader() {
        User user = currentUser.require();
        if (!user.inChannel(properties.channel())) {
            throw ProblemException.forbidden("Bạn không được xem sổ đăng ký doanh nghiệp.");
        }
        return user;
    }

    /** 403 for who may not import or change. */
    public User requireKeeper() {
        User user = requireReader();
        if (!user.administrator() && !user.has(properties.keeper(), Role.OFFICER)) {
            throw ProblemException.forbidden("Bạn không được thay đổi sổ đăng ký doanh nghiệp.");
        }
        return user;
    }
}
