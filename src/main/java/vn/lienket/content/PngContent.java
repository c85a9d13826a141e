package vn.lienket.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG picture (W3C PNG, 5) to its end; the picture itself is not unpacked. */
final class PngContent {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int PIECE = 1 << 13;
    private static final int HEADER = 13;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z]{2}[A-Z][A-Za-z]");
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    /** The bits of a sample that each kind of colour may have. */
    private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(
            0, Set.of(1, 2, 4, 8, 16), 2, Set.of(8, 16), 3, Set.of(1, 2, 4, 8), 4, Set.of(8, 16), 6, Set.of(8, 16));

    private final DataInputStream input;
    private final byte[] piece = new byte[PIECE];
    private boolean begun;
    private boolean pixels;

    private PngContent(DataInputStream input) {
        this.input = input;
    }

    /** 400 unless it is a whole picture and nothing besides. */
    static void inspect(Path file) throws IOException {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            PngContent content = new PngContent(input);
            Pictures.whole(input.readLong() == SIGNATURE);
            while (content.chunk()) {
                // on to the last
            }
            Pictures.onlyPadding(input);
        } catch (EOFException e) {
            throw Pictures.broken();
        }
    }

    /** Whether another one follows. */
    private boolean chunk() throws IOException {
        int length = input.readInt();
        Pictures.whole(length >= 0);
        byte[] name = input.readNBytes(4);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        Pictures.whole(TYPE.matcher(type).matches() && begun == !type.equals("IHDR"));
        // a capital says that no reader may pass over it
        Pictures.whole(Character.isLowerCase(type.charAt(0)) || NEEDED.contains(type));
        CRC32 sum = new CRC32();
        sum.update(name);
        byte[] start = data(length, sum);
        Pictures.whole(input.readInt() == (int) sum.getValue());
        switch (type) {
            case "IHDR" -> header(length, ByteBuffer.wrap(start));
            case "IDAT" -> pixels |= length > 0;
            case "IEND" -> Pictures.whole(length == 0 && pixels);
            default -> {}
        }
        return !type.equals("IEND");
    }

    /** The first bytes of it. */
    private byte[] data(int length, CRC32 sum) throws IOException {
        byte[] start = new byte[Math.min(length, HEADER)];
        for (int done = 0; done < length; ) {
            int read = input.read(piece, 0, Math.min(PIECE, length - done));
            Pictures.whole(read > 0);
            sum.update(piece, 0, read);
            if (done < start.length) {
                System.arraycopy(piece, 0, start, done, Math.min(read, start.length - done));
            }
            done += read;
        }
        return start;
    }

    private void header(int length, ByteBuffer header) {
        Pictures.whole(length == HEADER);
        int width = header.getInt();
        int height = header.getInt();
        int depth = header.get();
        int colour = header.get();
        Pictures.whole(
                width > 0 && height > 0 && DEPTHS.getOrDefault(colour, Set.of()).contains(depth));
        // one way to pack, one to filter, two orders
        Pictures.whole(header.get() == 0 && header.get() == 0 && (header.get() & ~1) == 0);
        Pictures.within(width, height);
        begun = true;
    }
}
