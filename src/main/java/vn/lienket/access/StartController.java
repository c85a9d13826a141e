package vn.lienket.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.User;

/** {@code GET /}: the sign-in; who is signed in is led on to the page he asked for ({@code next}), or to where he works. */
@Controller
class StartController {

    private static final Map<String, String> NOTICES = Map.of(
            "wrong", "Tên đăng nhập hoặc mật khẩu không đúng.",
            "expired", "Trang đăng nhập đã cũ. Hãy đăng nhập lại.",
            "unknown", "Tài khoản cơ quan này chưa được cấp vai trò trong LienKet. Hãy liên hệ quản trị viên.",
            "office", "Dịch vụ đăng nhập của cơ quan không trả lời hoặc đã từ chối. Hãy thử lại.",
            "signed-out", "Bạn đã đăng xuất.");

    private final CurrentUser currentUser;
    private final Parties parties;
    private final boolean office;
    private final String demoPassword;

    StartController(
            CurrentUser currentUser,
            Parties parties,
            ObjectProvider<OidcSignIn> office,
            @Value("${lienket.demo-password:#{null}}") String demoPassword) {
        this.currentUser = currentUser;
        this.parties = parties;
        this.office = office.getIfAvailable() != null;
        this.demoPassword = demoPassword;
    }

    @GetMapping("/")
    String start(
            @RequestParam(required = false) String next,
            @RequestParam(required = false) String problem,
            @RequestParam(defaultValue = "0") long seconds,
            Model model) {
        Optional<User> user = currentUser.find();
        if (user.isPresent()) {
            return "redirect:" + StartPage.placeOf(user.get(), next);
        }
        model.addAttribute("next", NextPage.of(next).orElse(null));
        model.addAttribute("notice", "wait".equals(problem) ? waiting(seconds) : NOTICES.get(String.valueOf(problem)));
        model.addAttribute("wrong", !"signed-out".equals(problem));
        model.addAttribute("office", office);
        if (demoPassword != null) {
            model.addAttribute("demoPeople", demoPeople());
            model.addAttribute("demoPassword", demoPassword);
        }
        return "start";
    }

    private static String waiting(long seconds) {
        return "Đăng nhập sai nhiều lần. Hãy thử lại sau %s."
                .formatted(seconds < 60 ? Math.max(1, seconds) + " giây" : (seconds + 59) / 60 + " phút");
    }

    private List<Person> demoPeople() {
        return parties.people().stream()
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::organisation)
                        .thenComparing(person -> person.roles().iterator().next())
                        .thenComparing(Person::id))
                .toList();
    }
}
