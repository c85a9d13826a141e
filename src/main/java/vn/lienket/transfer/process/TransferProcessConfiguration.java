package vn.lienket.transfer.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.process.ConfidentialVariables;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class TransferProcessConfiguration {

    @Bean
    KeptVariables transferVariables() {
        return new KeptVariables(Set.of(TransferModel.PROCESS), TransferModel.KEPT);
    }

    @Bean
    ConfidentialVariables transferAssessments() {
        return new ConfidentialVariables(TransferModel.CONFIDENTIAL, Set.of());
    }

    @Bean
    StartPermission transferStart() {
        return new StartPermission(TransferModel.PROCESS, EnumSet.of(Role.OFFICER), TransferModel.START_FIELDS);
    }
}
