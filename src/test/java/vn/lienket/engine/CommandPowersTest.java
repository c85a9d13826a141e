package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Holds {@link Powers} against the commands the engine has: a name that is none would open nothing, or protect nothing. */
class CommandPowersTest {

    /** What changes something; all else that is open to staff reads. */
    private static final Set<String> CHANGING = Set.of(
            "StartProcessInstanceCmd",
            "SubmitStartFormCmd",
            "CompleteTaskCmd",
            "SubmitTaskFormCmd",
            "ResolveTaskCmd",
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "DelegateTaskCmd",
            "SaveTaskCmd",
            "SetTaskFollowUpDateCmd",
            "AddCommentCmd",
            "CorrelateMessageCmd",
            "CorrelateAllMessageCmd",
            "MessageEventReceivedCmd",
            "SetJobRetriesCmd",
            "SaveUserCmd");

    @Test
    void everyNameIsACommandOfTheEngine() {
        Set<String> commands = commands();

        assertThat(commands).hasSizeGreaterThan(250);
        assertThat(commands)
                .containsAll(Powers.OF_STAFF)
                .containsAll(Powers.REWRITING_REMARKS)
                .containsAll(Powers.ATTACHING)
                .containsAll(Powers.DEPLOYING)
                .containsAll(Powers.REMARKS_OF_A_TASK)
                .containsAll(Powers.REMARKS_OF_A_CASE);
    }

    @Test
    void whatStaffMaySendReadsOrIsTheirWork() {
        Set<String> reading = new TreeSet<>(Powers.OF_STAFF);
        reading.removeAll(CHANGING);

        assertThat(reading)
                .allMatch(name ->
                        name.matches("(Get|Find|Is|Execute|Check|AuthorizationCheck).*|.*Query(Impl|Cmd)|.*Count.*"))
                .doesNotContainAnyElementsOf(Powers.DEPLOYING)
                .doesNotContainAnyElementsOf(Powers.ATTACHING)
                .doesNotContainAnyElementsOf(Powers.REWRITING_REMARKS);
    }

    private static Set<String> commands() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
        return scanner.findCandidateComponents("org.camunda.bpm.engine.impl").stream()
                .map(definition -> ClassUtils.getShortName(definition.getBeanClassName()))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
