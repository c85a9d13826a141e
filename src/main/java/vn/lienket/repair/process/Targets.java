package vn.lienket.repair.process;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which steps a token can be put on. */
final class Targets {

    /** The engine's name for a step together with all of its instances. */
    private static final String BODY = "#multiInstanceBody";

    private Targets() {}

    /**
     * Whether a token can go from one step to another. What begins by an event, or is gone through once for each of many, takes from
     * there what its steps need.
     */
    static boolean reachable(Activity to, FlowElement from) {
        return around(to)
                .allMatch(scope -> around(from).anyMatch(scope::equals)
                        || !scope.triggeredByEvent() && (scope.equals(to) || !isMultiple(scope)));
    }

    /** The id of a step, or of all its instances together: each has what it is about from there. */
    static String whole(FlowElement step) {
        return isMultiple(step) ? step.getId() + BODY : step.getId();
    }

    private static boolean isMultiple(FlowElement step) {
        return step instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** The subprocesses in which a step is, and itself if it is one. */
    private static Stream<SubProcess> around(FlowElement step) {
        return Stream.<ModelElementInstance>iterate(
                        step, scope -> scope != null, ModelElementInstance::getParentElement)
                .filter(SubProcess.class::isInstance)
                .map(SubProcess.class::cast);
    }
}
