package vn.lienket.signature;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who says when it was signed. */
public enum TimeSource {
    /** A time stamp authority under one of the roots. */
    @JsonProperty("timestamp")
    TIMESTAMP,
    /** The signer's own computer. */
    @JsonProperty("claimed")
    CLAIMED
}
