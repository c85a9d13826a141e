package vn.lienket.transfer.process;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.engine.KeptVariables;
import vn.lienket.engine.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class TransferProcessConfiguration {

    @Bean
    KeptVariables transferVariables() {
        return new KeptVariables(TransferModel.KEPT);
    }

    @Bean
    StartPermission transferStart() {
        return new StartPermission(TransferModel.PROCESS, EnumSet.of(Role.OFFICER));
    }
}
