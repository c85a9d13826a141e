package vn.lienket.form.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.engine.TaskWork;
import vn.lienket.form.FormDraft;
import vn.lienket.form.FormDrafts;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/**
 * {@code /api/v1/drafts}: what one has typed oneself into the form of a task or of a start. It is nobody else's, nor part of the case;
 * it is not checked as the form will be.
 */
@RestController
@RequestMapping("/api/v1/drafts")
class FormDraftController {

    private final FormDrafts drafts;
    private final TaskWork tasks;
    private final List<StartPermission> starts;
    private final CurrentUser currentUser;
    private final ObjectMapper json;

    FormDraftController(
            FormDrafts drafts,
            TaskWork tasks,
            List<StartPermission> starts,
            CurrentUser currentUser,
            ObjectMapper json) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.starts = starts;
        this.currentUser = currentUser;
        this.json = json;
    }

    /** @param values field → whatever it holds */
    record Typed(ObjectNode values) {}

    record Kept(JsonNode values, Instant savedAt) {}

    @PutMapping("/tasks/{taskId}")
    ResponseEntity<Void> saveForTask(@PathVariable String taskId, @RequestBody Typed typed) {
        String content = content(typed);
        User user = currentUser.require();
        tasks.require(taskId);
        drafts.saveForTask(user.id(), taskId, content);
        return done();
    }

    /** Not only who may work on the task: who is shown a colleague's has none, and that is no offence. */
    @GetMapping("/tasks/{taskId}")
    ResponseEntity<Kept> ofTask(@PathVariable String taskId) {
        User user = currentUser.require();
        tasks.requireVisible(taskId);
        return answer(drafts.ofTask(user.id(), taskId));
    }

    @DeleteMapping("/tasks/{taskId}")
    ResponseEntity<Void> deleteOfTask(@PathVariable String taskId) {
        drafts.deleteOfTask(currentUser.require().id(), taskId);
        return done();
    }

    @PutMapping("/starts/{processDefinitionKey}")
    ResponseEntity<Void> saveForStart(@PathVariable String processDefinitionKey, @RequestBody Typed typed) {
        String content = content(typed);
        drafts.saveForStart(starter(processDefinitionKey).id(), processDefinitionKey, content);
        return done();
    }

    @GetMapping("/starts/{processDefinitionKey}")
    ResponseEntity<Kept> ofStart(@PathVariable String processDefinitionKey) {
        return answer(drafts.ofStart(starter(processDefinitionKey).id(), processDefinitionKey));
    }

    @DeleteMapping("/starts/{processDefinitionKey}")
    ResponseEntity<Void> deleteOfStart(@PathVariable String processDefinitionKey) {
        drafts.deleteOfStart(currentUser.require().id(), processDefinitionKey);
        return done();
    }

    /** Who is signed in, if he may start the process; 404 for one that people do not start. */
    private User starter(String processDefinitionKey) {
        User user = currentUser.require();
        StartPermission start = starts.stream()
                .filter(each -> each.processDefinitionKey().equals(processDefinitionKey))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Không có quy trình này."));
        boolean allowed = user.administrator()
                || start.roles().stream()
                        .anyMatch(role -> user.groups().stream().anyMatch(role::isOf));
        if (!allowed) {
            throw ProblemException.forbidden("Bạn không có quyền bắt đầu quy trình này.");
        }
        return user;
    }

    private static String content(Typed typed) {
        if (typed.values() == null) {
            throw ProblemException.invalid("values", "Thiếu nội dung đang nhập (values).");
        }
        return typed.values().toString();
    }

    private ResponseEntity<Kept> answer(Optional<FormDraft> draft) {
        return draft.map(found -> ResponseEntity.ok(new Kept(read(found.content()), found.savedAt())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseEntity<Void> done() {
        return ResponseEntity.noContent().build();
    }
}
