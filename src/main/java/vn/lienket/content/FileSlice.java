package vn.lienket.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file as a stream. */
final class FileSlice extends InputStream {

    private final FileChannel file;
    private final long end;
    private long position;

    FileSlice(FileChannel file, long start, long length) {
        this.file = file;
        this.position = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= end) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - position)), position);
        position += Math.max(read, 0);
        return read;
    }
}
