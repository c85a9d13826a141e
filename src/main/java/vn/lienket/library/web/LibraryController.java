package vn.lienket.library.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.library.LibraryQuery;

/** {@code /api/v1/library}: what members of a channel find of what was handed over in it. */
@RestController
@RequestMapping("/api/v1/library")
class LibraryController {

    private final LibraryViews views;

    LibraryController(LibraryViews views) {
        this.views = views;
    }

    @GetMapping
    LibraryList search(LibraryQuery query) {
        return views.search(query);
    }

    @GetMapping("/{id}")
    LibraryView find(@PathVariable UUID id) {
        return views.find(id);
    }
}
