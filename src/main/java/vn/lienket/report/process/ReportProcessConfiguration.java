package vn.lienket.report.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class ReportProcessConfiguration {

    @Bean
    KeptVariables reportVariables() {
        return new KeptVariables(Set.of(ReportModel.PROCESS, ReportModel.SCHEDULE_PROCESS), ReportModel.KEPT);
    }

    @Bean
    StartPermission reportStart() {
        return new StartPermission(ReportModel.PROCESS, EnumSet.of(Role.OFFICER), ReportModel.START_FIELDS);
    }
}
