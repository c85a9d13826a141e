package vn.lienket.demo.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;

/** Does the steps of the demonstration as the people would whose they are. */
@Component
@ConditionalOnEmbeddedMode
class DemoPeople {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

    private static final int MOMENTS = 600;
    private static final long MOMENT_MILLIS = 100;

    private final Parties parties;
    private final TaskService taskService;
    private final IdentityService identityService;

    DemoPeople(Parties parties, TaskService taskService, IdentityService identityService) {
        this.parties = parties;
        this.taskService = taskService;
        this.identityService = identityService;
    }

    /**
     * Completes task after task of a case until it has come so far; waits where the engine is still at work.
     *
     * @param answer what the form of a task sends
     */
    void drive(String caseCode, BooleanSupplier reached, Function<Task, Map<String, Object>> answer)
            throws InterruptedException {
        for (int moment = 0; moment < MOMENTS; moment++) {
            if (reached.getAsBoolean()) {
                return;
            }
            Optional<Task> next = nextTask(caseCode);
            if (next.isPresent()) {
                Task task = next.get();
                as(groupOf(task), () -> {
                    taskService.complete(task.getId(), answer.apply(task));
                    return null;
                });
            } else {
                Thread.sleep(MOMENT_MILLIS);
            }
        }
        LOG.warn("The demo case {} did not get as far as it should", caseCode);
    }

    private Optional<Task> nextTask(String caseCode) {
        return taskService.createTaskQuery().processInstanceBusinessKey(caseCode).active().listPage(0, 1).stream()
                .findFirst();
    }

    /** The group that a task waits for. */
    private String groupOf(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    String actingFor(String organisation) {
        return parties.actingFor(organisation);
    }

    /** A step as the first member of a group. */
    <T> T as(String group, Supplier<T> step) {
        int dash = group.lastIndexOf('-');
        String organisation = actingFor(group.substring(0, dash));
        List<String> groups = parties.line(organisation).stream()
                .map(id -> id + group.substring(dash))
                .toList();
        List<String> channels = parties.channels().stream()
                .filter(channel -> channel.parties().contains(organisation))
                .map(Channel::id)
                .toList();
        identityService.setAuthentication(parties.members(group).get(0).id(), groups, channels);
        try {
            return step.get();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
