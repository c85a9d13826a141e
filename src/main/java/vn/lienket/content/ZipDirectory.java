package vn.lienket.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the directory of a zip file (APPNOTE 6.3) and holds it against the headers of the entries. Libraries believe the one or the
 * other, so a file in which they differ, or in which anything lies between, before or behind the entries, is refused.
 */
final class ZipDirectory {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int END_64_SIZE = 56;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MAX_DESCRIPTOR = 24;
    private static final int SIZES_64 = 0x0001;
    /** Gives an entry another name, which some libraries take and others do not. */
    private static final int UNICODE_PATH = 0x7075;

    private static final long IN_EXTRA = 0xffffffffL;
    private static final int MAX_NAME = 255;
    private static final Pattern BAD_NAME =
            Pattern.compile("(?s)^$|^/.*|.*//.*|^[A-Za-z]:.*|.*\\\\.*|(.*/)?\\.{1,2}(/.*)?|.*\\p{Cntrl}.*|.*\uFFFD.*");

    private final FileChannel file;
    private final int maxEntries;
    private final Set<String> names = new TreeSet<>();

    private ZipDirectory(FileChannel file, int maxEntries) {
        this.file = file;
        this.maxEntries = maxEntries;
    }

    /** The entries in the order in which they lie in the file, each with a sound name and a known method. */
    static List<ZipFileEntry> read(FileChannel file, int maxEntries) throws IOException {
        return new ZipDirectory(file, maxEntries).entries();
    }

    /** Where the data of an entry begins. */
    static long data(FileChannel file, ZipFileEntry entry) throws IOException {
        ByteBuffer header = bytes(file, entry.header(), LOCAL_SIZE);
        return entry.header() + LOCAL_SIZE + unsigned(header, 26) + unsigned(header, 28);
    }

    private List<ZipFileEntry> entries() throws IOException {
        long end = end();
        ByteBuffer last = bytes(end, END_SIZE);
        long count = unsigned(last, 10);
        long size = unsignedInt(last, 12);
        long start = unsignedInt(last, 16);
        long behind = end;
        if (end >= LOCATOR_64_SIZE && bytes(end - LOCATOR_64_SIZE, 4).getInt(0) == LOCATOR_64) {
            behind = bytes(end - LOCATOR_64_SIZE, LOCATOR_64_SIZE).getLong(8);
            ByteBuffer last64 = bytes(behind, END_64_SIZE);
            sound(last64.getInt(0) == END_64 && behind + END_64_SIZE + LOCATOR_64_SIZE == end);
            count = last64.getLong(32);
            size = last64.getLong(40);
            start = last64.getLong(48);
        }
        sound(unsigned(last, 4) == 0 && unsigned(last, 6) == 0 && start >= 0 && size >= 0 && start + size == behind);
        if (count < 0 || count > maxEntries) {
            throw Refused.because(
                    "có hơn %,d mục bên trong".formatted(maxEntries).replace(',', '.'));
        }
        List<ZipFileEntry> entries = central(start, behind, (int) count);
        entries.sort(Comparator.comparingLong(ZipFileEntry::header));
        withoutGaps(entries, start);
        return entries;
    }

    /** The comment behind the end record must reach to the end of the file. */
    private long end() throws IOException {
        long size = file.size();
        for (long at = size - END_SIZE; at >= Math.max(0, size - END_SIZE - MAX_COMMENT); at--) {
            ByteBuffer candidate = bytes(at, END_SIZE);
            if (candidate.getInt(0) == END && at + END_SIZE + unsigned(candidate, 20) == size) {
                return at;
            }
        }
        throw Refused.damaged();
    }

    private List<ZipFileEntry> central(long start, long end, int count) throws IOException {
        List<ZipFileEntry> entries = new ArrayList<>();
        long at = start;
        for (int index = 0; index < count; index++) {
            ByteBuffer header = bytes(at, CENTRAL_SIZE);
            sound(header.getInt(0) == CENTRAL);
            int nameSize = unsigned(header, 28);
            int extraSize = unsigned(header, 30);
            sound(nameSize <= MAX_NAME);
            String name = text(at + CENTRAL_SIZE, nameSize);
            ZipFileEntry entry = entry(name, header, bytes(at + CENTRAL_SIZE + nameSize, extraSize));
            if (BAD_NAME.matcher(name).matches() || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw Refused.because("có mục bên trong mang tên không hợp lệ hoặc trùng tên");
            }
            if (!entry.readable()) {
                throw Refused.because("đặt mật khẩu, hoặc nén bằng cách không được nhận");
            }
            entries.add(entry);
            at += CENTRAL_SIZE + nameSize + extraSize + unsigned(header, 32);
        }
        sound(at == end);
        return entries;
    }

    private static ZipFileEntry entry(String name, ByteBuffer header, ByteBuffer extra) {
        long packed = unsignedInt(header, 20);
        long unpacked = unsignedInt(header, 24);
        long offset = unsignedInt(header, 42);
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int size = Short.toUnsignedInt(extra.getShort());
            sound(size <= extra.remaining() && id != UNICODE_PATH);
            if (id == SIZES_64) {
                ByteBuffer sizes = extra.slice(extra.position(), size).order(ByteOrder.LITTLE_ENDIAN);
                sound(size
                        >= 8
                                * Stream.of(unpacked, packed, offset)
                                        .filter(value -> value == IN_EXTRA)
                                        .count());
                unpacked = unpacked == IN_EXTRA ? sizes.getLong() : unpacked;
                packed = packed == IN_EXTRA ? sizes.getLong() : packed;
                offset = offset == IN_EXTRA ? sizes.getLong() : offset;
            }
            extra.position(extra.position() + size);
        }
        sound(packed >= 0 && unpacked >= 0 && offset >= 0 && packed != IN_EXTRA && unpacked != IN_EXTRA);
        return new ZipFileEntry(name, unsigned(header, 8), unsigned(header, 10), packed, unpacked, offset);
    }

    private void withoutGaps(List<ZipFileEntry> entries, long directory) throws IOException {
        long at = 0;
        for (int index = 0; index < entries.size(); index++) {
            ZipFileEntry entry = entries.get(index);
            sound(entry.header() == at);
            sameInItsOwnHeader(entry);
            long end = data(file, entry) + entry.packed();
            at = index + 1 < entries.size() ? entries.get(index + 1).header() : directory;
            sound(at >= end && at - end <= (entry.describedBehind() ? MAX_DESCRIPTOR : 0));
        }
        sound(at == directory);
    }

    private void sameInItsOwnHeader(ZipFileEntry entry) throws IOException {
        ByteBuffer header = bytes(entry.header(), LOCAL_SIZE);
        sound(header.getInt(0) == LOCAL
                && unsigned(header, 6) == entry.flags()
                && unsigned(header, 8) == entry.method());
        sound(unsigned(header, 26) <= MAX_NAME
                && text(entry.header() + LOCAL_SIZE, unsigned(header, 26)).equals(entry.name()));
        long packed = unsignedInt(header, 18);
        sound(
                entry.describedBehind()
                        ? entry.method() == ZipFileEntry.DEFLATED
                        : packed == entry.packed() || packed == IN_EXTRA);
    }

    private String text(long at, int length) throws IOException {
        return StandardCharsets.UTF_8.decode(bytes(at, length)).toString();
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        return bytes(file, at, length);
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        sound(at >= 0 && at <= file.size() - length);
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // until it is full
        }
        sound(!bytes.hasRemaining());
        return bytes.flip();
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private static void sound(boolean fact) {
        if (!fact) {
            throw Refused.damaged();
        }
    }
}
