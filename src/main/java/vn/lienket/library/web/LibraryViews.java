package vn.lienket.library.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienket.library.Library;
import vn.lienket.library.LibraryEntry;
import vn.lienket.library.LibraryHit;
import vn.lienket.library.LibraryPage;
import vn.lienket.library.LibraryQuery;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;

/** Gives the entries of the library the names that people know. */
@Component
class LibraryViews {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Library library;
    private final CooperationFields fields;
    private final Parties parties;

    LibraryViews(Library library, CooperationFields fields, Parties parties) {
        this.library = library;
        this.fields = fields;
        this.parties = parties;
    }

    /** A field of cooperation with its name. */
    record Category(String code, String name) {}

    LibraryList search(LibraryQuery query) {
        LibraryPage found = library.search(query);
        return new LibraryList(
                found.items().stream().map(this::view).toList(), found.page(), found.size(), found.total());
    }

    LibraryView find(UUID id) {
        return view(new LibraryHit(library.find(id), List.of()));
    }

    List<Category> categories() {
        return library.categories().stream()
                .map(code -> new Category(code, fieldName(code)))
                .toList();
    }

    private LibraryView view(LibraryHit hit) {
        LibraryEntry entry = hit.entry();
        return new LibraryView(
                entry.id(),
                entry.title(),
                entry.caseCode(),
                entry.channel(),
                entry.category(),
                fieldName(entry.category()),
                entry.provider(),
                parties.organisationName(entry.provider()),
                entry.documentId(),
                entry.fileName(),
                entry.mediaType(),
                entry.size(),
                entry.addedAt().atZone(VIETNAM).toOffsetDateTime(),
                entry.textState(),
                hit.headline());
    }

    private String fieldName(String code) {
        return fields.find(code).map(CooperationField::name).orElse(code);
    }
}
