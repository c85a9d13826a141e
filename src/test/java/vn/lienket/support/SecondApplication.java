package vn.lienket.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests with an application of their own beside the common one; to be named before the annotation that starts it, so that what it
 * takes is given back when it has stopped. Such an application wants an engine name of its own.
 */
public class SecondApplication implements BeforeAllCallback, AfterAllCallback {

    private WebappDelegates others;

    @Override
    public void beforeAll(ExtensionContext context) {
        others = WebappDelegates.current();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        others.restore();
    }
}
