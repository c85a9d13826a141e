package vn.lienket.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many certificates there are in which chains may end.
 *
 * @param ofState roots of official signatures
 * @param ofPublic roots of public authorities
 * @param demonstration whether they are those that the embedded mode has made for itself
 */
public record TrustedRoots(
        @JsonProperty("state") int ofState,
        @JsonProperty("public") int ofPublic,
        boolean demonstration) {

    public boolean none() {
        return ofState + ofPublic == 0;
    }
}
