package vn.lienket.transfer.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.engine.ConfidentialVariables;
import vn.lienket.engine.KeptVariables;
import vn.lienket.engine.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class TransferProcessConfiguration {

    @Bean
    KeptVariables transferVariables() {
        return new KeptVariables(Set.of(TransferModel.PROCESS), TransferModel.KEPT);
    }

    @Bean
    ConfidentialVariables transferAssessments() {
        return new ConfidentialVariables(TransferModel.CONFIDENTIAL);
    }

    @Bean
    StartPermission transferStart() {
        return new StartPermission(TransferModel.PROCESS, EnumSet.of(Role.OFFICER), TransferModel.START_FIELDS);
    }
}
