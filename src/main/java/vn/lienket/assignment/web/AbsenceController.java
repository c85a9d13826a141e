package vn.lienket.assignment.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.assignment.AbsenceRequest;
import vn.lienket.assignment.AbsenceService;
import vn.lienket.assignment.WorkKinds;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/**
 * {@code /api/v1/absences}: a person's own, those in which he stands in, and for leaders and managers those of their organisation.
 */
@RestController
@RequestMapping("/api/v1/absences")
class AbsenceController {

    private final AbsenceService absences;
    private final AbsenceViews views;
    private final WorkKinds kinds;
    private final CurrentUser currentUser;
    private final Clock clock;

    AbsenceController(
            AbsenceService absences, AbsenceViews views, WorkKinds kinds, CurrentUser currentUser, Clock clock) {
        this.absences = absences;
        this.views = views;
        this.kinds = kinds;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<AbsenceView> register(@RequestBody AbsenceRequest request) {
        AbsenceView registered = views.of(absences.register(request));
        return ResponseEntity.created(URI.create("/api/v1/absences/" + registered.id()))
                .body(registered);
    }

    @GetMapping
    AbsenceList list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        return views.list(page, size);
    }

    @GetMapping("/{id}")
    AbsenceView show(@PathVariable UUID id) {
        return views.of(absences.require(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        absences.end(id);
    }

    /** What the start form offers. */
    @GetMapping("/options")
    Options options() {
        return new Options(
                currentUser.require().id(),
                LocalDate.now(clock),
                absences.managed().stream().map(AbsenceController::colleague).toList(),
                absences.colleagues().stream().map(AbsenceController::colleague).toList(),
                kinds.all().entrySet().stream()
                        .map(kind -> new Kind(kind.getKey(), kind.getValue()))
                        .toList());
    }

    /**
     * @param people for whom the user may register
     * @param substitutes everybody of his organisation; who has no role in common does not fit
     */
    record Options(
            String user, LocalDate today, List<Colleague> people, List<Colleague> substitutes, List<Kind> kinds) {}

    record Colleague(String id, String name, List<String> roles) {}

    record Kind(String id, String name) {}

    private static Colleague colleague(Person person) {
        return new Colleague(
                person.id(),
                person.name(),
                person.roles().stream().map(Role::id).toList());
    }
}
