package vn.lienket.json;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that goes to its reader past somebody who looks at each piece, and so is read by blocking only. */
public abstract class BlockingBody extends ServletInputStream {

    private final ServletInputStream source;

    /** A body whose bytes come from there. */
    protected BlockingBody(ServletInputStream source) {
        this.source = source;
    }

    /** Where the bytes come from. */
    protected final ServletInputStream source() {
        return source;
    }

    @Override
    public abstract int read(byte[] target, int offset, int count) throws IOException;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        // the bytes would come past whoever looks
        throw new IllegalStateException("bodies are read by blocking");
    }
}
