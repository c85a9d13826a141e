package vn.lienket.library.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienket.library.LibraryQuery;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;

/** {@code /cases/library}: the library to search and to download from. */
@Controller
@PrivatePage
class LibraryPageController {

    private final LibraryViews views;

    LibraryPageController(LibraryViews views) {
        this.views = views;
    }

    @GetMapping("/cases/library")
    String search(LibraryQuery query, Model model) {
        LibraryList found = views.search(query);
        model.addAttribute("found", found);
        model.addAttribute("query", query);
        model.addAttribute("categories", views.categories());
        model.addAttribute("pages", Math.max(1, (found.total() + found.size() - 1) / found.size()));
        model.addAttribute("say", Wording.VIETNAMESE);
        return "library/library";
    }
}
