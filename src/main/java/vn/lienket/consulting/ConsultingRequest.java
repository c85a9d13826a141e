package vn.lienket.consulting;

import vn.lienket.enterprise.EnterpriseInput;

/**
 * The start fields of a consulting case, unchecked, as a form or the API sends them.
 *
 * @param enterprise of an enterprise in the registry only its tax code is needed
 * @param needCategory code of the catalogue of needs; null means "other"
 */
public record ConsultingRequest(EnterpriseInput enterprise, String need, String needCategory, String channel) {}
