package vn.lienket.content;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.springframework.util.unit.DataSize;

/** Unpacks a zip file once, piece by piece, and counts: what comes out, not what the headers claim. */
final class ZipUnpacker {

    private static final int PIECE = 1 << 16;

    private final ZipLimits limits;
    private final byte[] piece = new byte[PIECE];
    private long total;

    private ZipUnpacker(ZipLimits limits) {
        this.limits = limits;
    }

    /** Takes what is unpacked, entry by entry. */
    interface Target {

        void begin(String name);

        void write(byte[] bytes, int length);

        void end();
    }

    /** 400 as soon as the file breaks a limit or shows to be another than it claims. */
    static void unpack(Path path, ZipLimits limits, Target target) throws IOException {
        ZipUnpacker unpacker = new ZipUnpacker(limits);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (ZipFileEntry entry : ZipDirectory.read(file, limits.entries())) {
                target.begin(entry.name());
                unpacker.unpack(file, entry, target);
                target.end();
            }
        } catch (ZipException | EOFException e) {
            throw Refused.damaged();
        }
    }

    private void unpack(FileChannel file, ZipFileEntry entry, Target target) throws IOException {
        InputStream packed = new FileSlice(file, ZipDirectory.data(file, entry), entry.packed());
        long unpacked;
        if (entry.method() == ZipFileEntry.STORED) {
            unpacked = count(packed, entry, target);
        } else {
            Inflater inflater = new Inflater(true);
            // the inflater wants a byte behind the data that it does not use
            InputStream padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
            try (InputStream content = new InflaterInputStream(padded, inflater, PIECE)) {
                unpacked = count(content, entry, target);
                whole(inflater.getBytesRead() == entry.packed());
            } finally {
                inflater.end();
            }
        }
        whole(unpacked == entry.unpacked() && !(entry.folder() && unpacked > 0));
    }

    private long count(InputStream content, ZipFileEntry entry, Target target) throws IOException {
        DataSize limit = limits.partNamed(entry.name());
        long tight = Math.max(limits.ratioFrom().toBytes(), entry.packed() * limits.ratio());
        long count = 0;
        for (int read; (read = content.read(piece)) >= 0; ) {
            count += read;
            total += read;
            within(count, limit);
            within(total, limits.unpacked());
            if (count > tight) {
                throw Refused.because("nén chặt hơn %d lần".formatted(limits.ratio()));
            }
            target.write(piece, read);
        }
        return count;
    }

    private static void within(long count, DataSize limit) {
        if (count > limit.toBytes()) {
            throw Refused.tooMuch(limit);
        }
    }

    private static void whole(boolean fact) {
        if (!fact) {
            throw Refused.damaged();
        }
    }
}
