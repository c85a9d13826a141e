package vn.lienket.consulting;

import java.util.List;
import vn.lienket.enterprise.EnterpriseQuery;

/**
 * Whose cases to open, unchecked: either a list or a query of the registry.
 *
 * @param taxCodes as an officer's list has them, or null
 * @param query of the registry, or null
 * @param need what all of them ask advice on
 * @param needCategory code of the catalogue of needs; null means "other"
 * @param channel null for the configured one
 */
public record BulkOpeningRequest(
        List<String> taxCodes, EnterpriseQuery query, String need, String needCategory, String channel) {}
