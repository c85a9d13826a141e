package vn.lienket.access;

import java.io.IOException;

/** Ends the reading of a body that is too large or too slow; the answer has been given. */
class BodyRefusedException extends IOException {

    BodyRefusedException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
