package vn.lienket.signature;

import java.util.List;
import java.util.UUID;

/** What a module knows of the files in its cases that people sign. */
public interface TextsToSign {

    /** The groups whose turn it is to sign a document, e.g. {@code binhduong-leader}; none for one that does not wait for a signature. */
    List<String> signers(UUID document);
}
