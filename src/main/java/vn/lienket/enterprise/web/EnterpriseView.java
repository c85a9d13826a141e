package vn.lienket.enterprise.web;

import java.util.List;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.Sector;

/** An enterprise by the names of the contract. */
record EnterpriseView(
        String taxCode,
        String enterpriseName,
        Sector sector,
        String sectorName,
        String enterpriseSize,
        int employees,
        long revenue,
        long capital,
        boolean womenOwned,
        boolean socialEnterprise,
        String vsicVersion,
        String vsicCode,
        String contactName,
        String contactEmail,
        String contactPhone,
        String address,
        Integer digitalLevel,
        int revision,
        List<String> warnings) {

    static EnterpriseView of(Enterprise enterprise) {
        return new EnterpriseView(
                enterprise.taxCode(),
                enterprise.name(),
                enterprise.sector(),
                enterprise.sector().label(),
                enterprise.size(),
                enterprise.employees(),
                enterprise.revenue(),
                enterprise.capital(),
                enterprise.womenOwned(),
                enterprise.socialEnterprise(),
                enterprise.vsicVersion(),
                enterprise.vsicCode(),
                enterprise.contactName(),
                enterprise.contactEmail(),
                enterprise.contactPhone(),
                enterprise.address(),
                enterprise.digitalLevel(),
                enterprise.revision(),
                enterprise.warning().map(List::of).orElse(List.of()));
    }
}
