package vn.lienket.library;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.party.Channel;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** What the parties of a channel have handed to each other, readable by the members of that channel only. */
@Service
public class Library {

    private static final int MAX_TEXT = 200;
    private static final int MAX_PAGE = 100_000;
    private static final int MAX_SIZE = 50;

    private final LibraryStore store;
    private final Documents documents;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Library(
            LibraryStore store,
            Documents documents,
            Parties parties,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.parties = parties;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a document in, in the caller's transaction; what its case has put there before stays as it is. The file is read after
     * the commit. 400 for a document that is not of the channel.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Contribution contribution) {
        DocumentInfo document =
                documents.require("documentId", contribution.documentId().toString(), contribution.channel());
        LibraryEntry entry = new LibraryEntry(
                UUID.randomUUID(),
                contribution.title(),
                contribution.caseCode(),
                contribution.channel(),
                contribution.category(),
                contribution.provider(),
                document.id(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                TextState.WAITING);
        if (store.insert(entry)) {
            events.publishEvent(new EntryAdded(entry.id(), entry.channel()));
        }
    }

    /** Has files read that wait for nobody, as those of a version before; while no other node starts. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        store.waiting().forEach(events::publishEvent);
    }

    /** What the signed-in user may read of what is looked for; 400 for a text, a page or a size that cannot be. */
    public LibraryPage search(LibraryQuery query) {
        new FieldProblems()
                .check(
                        query.text() == null
                                || query.text().length() <= MAX_TEXT
                                        && query.text().indexOf('\0') < 0,
                        "text",
                        Sentences.TEXT.formatted(MAX_TEXT))
                .check(query.page() >= 0 && query.page() <= MAX_PAGE, "page", Sentences.PAGE.formatted(MAX_PAGE))
                .check(query.size() >= 1 && query.size() <= MAX_SIZE, "size", Sentences.SIZE.formatted(MAX_SIZE))
                .throwIfAny();
        return store.search(query, readable());
    }

    /** 404 alike for an entry that is not there and one that the signed-in user may not read. */
    public LibraryEntry find(UUID id) {
        List<String> readable = readable();
        return store.find(id)
                .filter(entry -> readable.contains(entry.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có tài liệu này trong thư viện."));
    }

    /** The codes of the fields in which the signed-in user finds something, ordered. */
    public List<String> categories() {
        return store.categories(readable());
    }

    private List<String> readable() {
        User user = currentUser.require();
        return parties.channels().stream()
                .map(Channel::id)
                .filter(user::inChannel)
                .toList();
    }
}
