package vn.lienket.content;

import org.springframework.util.unit.DataSize;

/** What the look into one PDF may cost; a file that is made to cost more is refused. */
final class PdfBudget {

    /** What unpacking takes into its buffers beyond the end of a stream. */
    private static final int READ_AHEAD = 1 << 13;

    private final DataSize stream;
    private final DataSize unpacked;
    private final int maxObjects;
    private long readable;
    private long total;
    private int objects;

    PdfBudget(DataSize stream, DataSize unpacked, int maxObjects, long fileSize) {
        this.stream = stream;
        this.unpacked = unpacked;
        this.maxObjects = maxObjects;
        allowReading(fileSize);
    }

    /** So many bytes more may be read, each of them a few times: objects that lie in each other make it many. */
    void allowReading(long bytes) {
        readable += 4 * bytes + (1 << 16);
    }

    void read(int bytes) {
        readable -= bytes;
        if (readable < 0) {
            throw Refused.damaged();
        }
    }

    void object() {
        readable += READ_AHEAD;
        if (++objects > maxObjects) {
            throw Refused.because(
                    "PDF có hơn %,d đối tượng".formatted(maxObjects).replace(',', '.'));
        }
    }

    /** @param soFar of this stream, with these bytes */
    void unpacked(long soFar, long bytes) {
        total += bytes;
        if (soFar > stream.toBytes()) {
            throw Refused.tooMuch(stream);
        }
        if (total > unpacked.toBytes()) {
            throw Refused.tooMuch(unpacked);
        }
    }
}
