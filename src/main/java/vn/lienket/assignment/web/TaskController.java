package vn.lienket.assignment.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.assignment.OversightService;

/** {@code /api/v1/tasks}: what leaders and managers do with the open tasks of their organisation. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class TaskController {

    private final OversightService oversight;

    TaskController(OversightService oversight) {
        this.oversight = oversight;
    }

    record Reminder(String note) {}

    /** @param person user id, or null: back to the group */
    record Receiver(String person, String note) {}

    @PostMapping("/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(@PathVariable String id, @RequestBody(required = false) Reminder reminder) {
        oversight.remind(id, reminder == null ? null : reminder.note());
    }

    @PostMapping("/assignee")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String id, @RequestBody Receiver receiver) {
        oversight.give(id, receiver.person(), receiver.note());
    }
}
