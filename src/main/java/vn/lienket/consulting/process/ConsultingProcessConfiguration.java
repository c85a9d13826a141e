package vn.lienket.consulting.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.MessageFields;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class ConsultingProcessConfiguration {

    @Bean
    KeptVariables consultingVariables() {
        return new KeptVariables(Set.of(ConsultingModel.PROCESS), ConsultingModel.KEPT);
    }

    @Bean
    KeptVariables consultingBulkVariables() {
        return new KeptVariables(Set.of(ConsultingBulkModel.PROCESS), ConsultingBulkModel.KEPT);
    }

    @Bean
    StartPermission consultingStart() {
        return new StartPermission(ConsultingModel.PROCESS, EnumSet.of(Role.OFFICER), ConsultingModel.START_FIELDS);
    }

    @Bean
    MessageFields roadmapAnswerFields() {
        return new MessageFields(
                ConsultingModel.MESSAGE_ROADMAP_ANSWERED,
                Set.of(ConsultingModel.ROADMAP_DECISION, ConsultingModel.ROADMAP_COMMENT));
    }
}
