package vn.lienket.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /help}: what people do here, a page for each role. There is nothing of a case in it, so that nobody need be signed in. */
@Controller
@PrivatePage
class HelpController {

    private final CurrentUser currentUser;

    HelpController(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @GetMapping({"/help", "/help/"})
    String overview(Model model) {
        Map<Boolean, List<Reader>> readers =
                Reader.all().stream().collect(Collectors.partitioningBy(this::isWhoeverIsSignedIn));
        model.addAttribute("own", readers.get(true));
        model.addAttribute("others", readers.get(false));
        return show("overview", model);
    }

    @GetMapping({"/help/{reader}", "/help/{reader}/"})
    String page(@PathVariable String reader, Model model) {
        Reader chosen = Reader.of(reader).orElseThrow(() -> ProblemException.notFound(Sentences.NO_PAGE));
        model.addAttribute("reader", chosen);
        return show(chosen.id(), model);
    }

    private String show(String template, Model model) {
        model.addAttribute("readers", Reader.all());
        model.addAttribute("signedIn", currentUser.find().isPresent());
        return "help/" + template;
    }

    private boolean isWhoeverIsSignedIn(Reader reader) {
        Optional<User> user = currentUser.find();
        return user.filter(reader::describes).isPresent();
    }
}
