package vn.lienket.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The bytes of a document, fetched chunk by chunk as they are read. */
final class StoredContent extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private ByteArrayInputStream chunk = new ByteArrayInputStream(new byte[0]);
    private int position;

    /** @param chunks the chunk at a position from 0, or empty after the last one */
    StoredContent(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read = chunk.read(target, offset, length);
        while (read < 0) {
            Optional<byte[]> next = chunks.apply(position);
            if (next.isEmpty()) {
                return -1;
            }
            position++;
            chunk = new ByteArrayInputStream(next.get());
            read = chunk.read(target, offset, length);
        }
        return read;
    }
}
