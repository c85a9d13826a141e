package vn.lienket.signature;

import java.util.UUID;

/** What a module knows of the files in its cases that people sign. */
public interface TextsToSign {

    /** Whether a document is one of them and does not, or no longer, wait for a signature: an earlier text, or one that has been signed. */
    boolean outdated(UUID document);
}
