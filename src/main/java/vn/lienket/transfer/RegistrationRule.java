package vn.lienket.transfer;

/**
 * What {@code Decision_TransferRegistration} says.
 *
 * @param compulsory whether the contract must be registered before it takes effect
 * @param deadlineDays calendar days from the contract's date; null where it need not
 */
public record RegistrationRule(boolean compulsory, Integer deadlineDays, String citation) {}
