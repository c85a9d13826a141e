package vn.lienket.signature;

import java.time.Instant;

/**
 * A key that a service holds for a person.
 *
 * @param id as the service calls it
 * @param signer whom the certificate names
 * @param organisation for which body he signs, or null
 * @param issuer who made the certificate
 * @param otp whether the service wants a code beside the PIN
 */
public record RemoteCredential(
        String id, String signer, String organisation, String issuer, Instant validTo, boolean otp) {}
