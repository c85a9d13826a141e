package vn.lienket.assignment.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.assignment.OversightService;

/** {@code /api/v1/tasks}: what leaders and managers do with the open tasks of their organisation. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final OversightService oversight;

    TaskController(OversightService oversight) {
        this.oversight = oversight;
    }

    record Reminder(String note) {}

    /** @param person user id, or null: back to the group */
    record Receiver(String person, String note) {}

    record Colleague(String id, String name) {}

    /** To whom all of these may be given. */
    @GetMapping("/receivers")
    List<Colleague> receivers(@RequestParam List<String> tasks) {
        return oversight.receivers(tasks).stream()
                .map(person -> new Colleague(person.id(), person.name()))
                .toList();
    }

    @PostMapping("/{id}/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(@PathVariable String id, @RequestBody(required = false) Reminder reminder) {
        oversight.remind(id, reminder == null ? null : reminder.note());
    }

    @PostMapping("/{id}/assignee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String id, @RequestBody Receiver receiver) {
        oversight.give(id, receiver.person(), receiver.note());
    }
}
