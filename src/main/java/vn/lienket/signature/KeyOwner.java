package vn.lienket.signature;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whom the certificate of a key names. */
public enum KeyOwner {
    /** Somebody who signs for a body. */
    @JsonProperty("person")
    PERSON,
    /** The body itself: its electronic seal. */
    @JsonProperty("body")
    BODY;

    /** The id used in {@code reference/signing.yaml}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
