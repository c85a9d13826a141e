package vn.lienket.consulting;

import org.springframework.stereotype.Component;
import vn.lienket.notification.AddressKeeper;

/** The address of the enterprise that a consulting case is about. */
@Component
class EnterpriseAddress implements AddressKeeper {

    private final ConsultingService consulting;

    EnterpriseAddress(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public String kind() {
        return ConsultingService.KIND;
    }

    @Override
    public void correct(String caseCode, String email) {
        consulting.correctContactEmail(caseCode, email);
    }
}
