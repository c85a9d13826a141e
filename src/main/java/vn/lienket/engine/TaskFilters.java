package vn.lienket.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;

/** The saved filters everybody finds in Tasklist: mine, what I do for others, my unit's, due soon, overdue. */
@Component
class TaskFilters {

    private final FilterService filterService;
    private final TaskService taskService;

    TaskFilters(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    /** Creates or updates the filters and returns their ids, in the order of the list. */
    List<String> sync() {
        return List.of(
                save(
                        "Việc của tôi",
                        -40,
                        "#0b5cad",
                        "Việc bạn đã nhận hoặc được giao",
                        tasks().taskAssigneeExpression("${currentUser()}")),
                save(
                        "Việc nhận thay",
                        -35,
                        "#6a3d9a",
                        "Việc bạn làm thay người vắng mặt",
                        tasks().taskAssigneeExpression("${currentUser()}")
                                .taskDelegationState(DelegationState.PENDING)),
                save("Việc của đơn vị", -30, "#3a7d44", "Mọi việc của các nhóm mà bạn thuộc về", unit()),
                save(
                        "Sắp đến hạn",
                        -20,
                        "#8a5200",
                        "Việc đến hạn trong hai ngày tới",
                        unit().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(2)}")),
                save("Quá hạn", -10, "#b3261e", "Việc đã quá thời hạn", unit().dueBeforeExpression("${now()}")));
    }

    private TaskQuery tasks() {
        return taskService.createTaskQuery().initializeFormKeys();
    }

    private TaskQuery unit() {
        return tasks().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    private String save(String name, int priority, String color, String description, TaskQuery query) {
        Filter filter = filterService.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filterService.newTaskFilter(name).setOwner(Identities.ADMIN);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", priority);
        properties.put("color", color);
        properties.put("description", description);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        Map.of("name", CaseVariables.CASE_CODE, "label", "Mã hồ sơ"),
                        Map.of("name", CaseVariables.CASE_TITLE, "label", "Hồ sơ")));
        filter.setProperties(properties);
        filter.setQuery(query);
        return filterService.saveFilter(filter).getId();
    }
}
