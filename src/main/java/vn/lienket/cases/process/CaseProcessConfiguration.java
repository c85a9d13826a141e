package vn.lienket.cases.process;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.party.Role;

@Configuration(proxyBeanMethods = false)
class CaseProcessConfiguration {

    @Bean
    static StartPermission caseWithdrawalStart() {
        return new StartPermission(
                CaseModel.WITHDRAWAL_PROCESS,
                EnumSet.of(Role.OFFICER, Role.LEADER),
                Set.of(CaseVariables.CASE_CODE, CaseVariables.WITHDRAWAL_REASON));
    }

    @Bean
    static CaseEnding caseWithdrawal() {
        return new CaseEnding(
                "withdrawal", null, false, "Rút hồ sơ", CaseModel.MESSAGE_WITHDRAWN, CaseVariables.WITHDRAWAL_REASON);
    }

    @Bean
    static MessageFields caseWithdrawalFields() {
        return new MessageFields(CaseModel.MESSAGE_WITHDRAWN, Set.of(CaseVariables.WITHDRAWAL_REASON));
    }
}
