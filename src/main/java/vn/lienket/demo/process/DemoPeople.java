package vn.lienket.demo.process;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;

/** Does the steps of the demonstration as the people would whose they are. */
@Component
@ConditionalOnEmbeddedMode
class DemoPeople {

    private final Parties parties;
    private final TaskService taskService;
    private final IdentityService identityService;

    DemoPeople(Parties parties, TaskService taskService, IdentityService identityService) {
        this.parties = parties;
        this.taskService = taskService;
        this.identityService = identityService;
    }

    List<Task> openTasks(String caseCode) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseCode)
                .active()
                .list();
    }

    /** The group that a task waits for. */
    String groupOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A step as the first member of a group. */
    <T> T as(String group, Supplier<T> step) {
        String organisation = group.substring(0, group.lastIndexOf('-'));
        List<String> channels = parties.channels().stream()
                .filter(channel -> channel.parties().contains(organisation))
                .map(Channel::id)
                .toList();
        identityService.setAuthentication(parties.members(group).get(0).id(), List.of(group), channels);
        try {
            return step.get();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
