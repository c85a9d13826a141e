package vn.lienket.consulting;

/** An enterprise for which no case was opened, and why in a Vietnamese sentence. */
public record BulkRefusal(String taxCode, String reason) {}
