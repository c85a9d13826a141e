package vn.lienket.agreement.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.CaseEnding;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.MessageFields;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class AgreementProcessConfiguration {

    @Bean
    KeptVariables agreementVariables() {
        return new KeptVariables(
                Set.of(
                        AgreementModel.SIGNING_PROCESS,
                        AgreementModel.LIFECYCLE_PROCESS,
                        AgreementModel.TERMINATION_PROCESS),
                AgreementModel.KEPT);
    }

    @Bean
    StartPermission agreementSigningStart() {
        return new StartPermission(
                AgreementModel.SIGNING_PROCESS, EnumSet.of(Role.OFFICER), AgreementModel.START_FIELDS);
    }

    @Bean
    StartPermission agreementTerminationStart() {
        return new StartPermission(
                AgreementModel.TERMINATION_PROCESS,
                EnumSet.of(Role.OFFICER, Role.LEADER),
                Set.of(CaseVariables.CASE_CODE, AgreementModel.TERMINATION_REASON));
    }

    @Bean
    CaseEnding agreementTermination() {
        return new CaseEnding(
                "termination",
                AgreementService.KIND,
                true,
                "Chấm dứt thỏa thuận",
                AgreementModel.MESSAGE_TERMINATED,
                AgreementModel.TERMINATION_REASON);
    }

    @Bean
    MessageFields agreementTerminationFields() {
        return new MessageFields(AgreementModel.MESSAGE_TERMINATED, Set.of(AgreementModel.TERMINATION_REASON));
    }
}
