package vn.lienket.transfer;

import java.math.BigDecimal;

/** How the transfers of a provider in a category were evaluated, 1 to 5 on average. */
public record ProviderScore(String provider, String category, long transfers, BigDecimal averageScore) {}
