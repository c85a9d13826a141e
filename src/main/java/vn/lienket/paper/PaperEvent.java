package vn.lienket.paper;

import java.util.UUID;

/** What happened to a paper on its way from one signer to the next, in the transaction in which it happened. */
public sealed interface PaperEvent {

    PaperSigning signing();

    /** Its bodies are to sign it. */
    record Submitted(PaperSigning signing) implements PaperEvent {}

    /** All have; {@code document} is the signed file. */
    record Signed(PaperSigning signing, UUID document) implements PaperEvent {}

    /** Somebody does not sign it, so nobody does. */
    record Refused(PaperSigning signing) implements PaperEvent {}

    /** Nobody signs it any more, as its case was withdrawn. */
    record Stopped(PaperSigning signing) implements PaperEvent {}
}
