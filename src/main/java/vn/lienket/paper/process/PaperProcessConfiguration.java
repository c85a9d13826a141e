package vn.lienket.paper.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.cases.SideProcess;
import vn.lienket.cases.process.KeptVariables;

@Configuration(proxyBeanMethods = false)
class PaperProcessConfiguration {

    @Bean
    KeptVariables paperVariables() {
        return new KeptVariables(Set.of(PaperModel.PROCESS), PaperModel.KEPT);
    }

    @Bean
    SideProcess paperSigning() {
        return new SideProcess(PaperModel.PROCESS);
    }
}
