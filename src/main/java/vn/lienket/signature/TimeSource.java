package vn.lienket.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who says when it was signed. */
public enum TimeSource {
    /** A time-stamping authority under one of the roots, or under that of time stamps. */
    @JsonProperty("timestamp")
    TIMESTAMP,
    /** The signer's own computer. */
    @JsonProperty("claimed")
    CLAIMED
}
