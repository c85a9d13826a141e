package vn.lienket.transfer;

import vn.lienket.rule.Verification;

/**
 * What {@code Decision_TransferRegistration} says.
 *
 * @param compulsory whether the contract must be registered before it takes effect
 * @param deadlineDays calendar days from the contract's date; null where it need not
 * @param verification null where a person says it
 */
public record RegistrationRule(boolean compulsory, Integer deadlineDays, String citation, Verification verification) {}
