package vn.lienket.signature;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Takes a file and keeps what stands behind the bytes that were there before. */
final class RevisionStream extends OutputStream {

    private final ByteArrayOutputStream revision = new ByteArrayOutputStream();
    private long before;

    RevisionStream(long before) {
        this.before = before;
    }

    byte[] revision() {
        return revision.toByteArray();
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int skipped = (int) Math.min(before, length);
        before -= skipped;
        revision.write(bytes, offset + skipped, length - skipped);
    }
}
