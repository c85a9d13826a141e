package vn.lienket.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;

/** The passwords that Camunda checks. */
@Component
public class Passwords {

    private final IdentityService identityService;
    private final OnBehalf onBehalf;

    Passwords(IdentityService identityService, OnBehalf onBehalf) {
        this.identityService = identityService;
        this.onBehalf = onBehalf;
    }

    /** Gives a person a new password, and lets him in again if wrong ones have locked his account; 404 without an account. */
    public void set(String personId, String password) {
        onBehalf.ofTheProduct(() -> {
            User user = identityService.createUserQuery().userId(personId).singleResult();
            if (user == null) {
                throw ProblemException.notFound("Không có tài khoản “%s”.".formatted(personId));
            }
            user.setPassword(password);
            identityService.saveUser(user);
            identityService.unlockUser(personId);
            return user;
        });
    }
}
