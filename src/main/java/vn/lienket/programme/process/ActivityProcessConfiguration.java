package vn.lienket.programme.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class ActivityProcessConfiguration {

    @Bean
    KeptVariables activityVariables() {
        return new KeptVariables(Set.of(ActivityModel.PROCESS, ActivityModel.OPENING_PROCESS), ActivityModel.KEPT);
    }

    @Bean
    StartPermission activityStart() {
        return new StartPermission(ActivityModel.PROCESS, EnumSet.of(Role.OFFICER), ActivityModel.START_FIELDS);
    }

    @Bean
    StartPermission programmeStart() {
        return new StartPermission(
                ActivityModel.OPENING_PROCESS, EnumSet.of(Role.OFFICER), ActivityModel.PROGRAMME_FIELDS);
    }
}
