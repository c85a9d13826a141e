package vn.lienket.assignment.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.process.ConfidentialVariables;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class AssignmentProcessConfiguration {

    @Bean
    ConfidentialVariables absenceHistory() {
        return new ConfidentialVariables(Set.of(), Set.of(AbsenceModel.PROCESS));
    }

    @Bean
    StartPermission absenceStart() {
        return new StartPermission(AbsenceModel.PROCESS, EnumSet.allOf(Role.class), AbsenceModel.START_FIELDS);
    }
}
