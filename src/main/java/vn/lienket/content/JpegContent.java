package vn.lienket.content;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks the segments of a JPEG picture (ITU-T T.81, annex B) to its end; the picture itself is not unpacked. */
final class JpegContent {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int LINES = 0xdc;
    private static final int HIERARCHY = 0xde;
    private static final int FIRST_SEGMENT = 0xc0;
    private static final int FIRST_RESTART = 0xd0;
    private static final int MAX_NOTES = 1 << 16;

    private final DataInputStream input;
    private boolean frame;
    private boolean pixels;

    private JpegContent(DataInputStream input) {
        this.input = input;
    }

    /** 400 unless it is a whole picture and nothing besides. Cameras add smaller ones of the same behind it, which are walked too. */
    static void inspect(Path file) throws IOException {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int first = input.read();
            while (first == 0xff) {
                new JpegContent(input).picture();
                first = Pictures.behindPadding(input);
            }
            if (first >= 0 && !notesOfCamera(input)) {
                throw Pictures.more();
            }
        } catch (EOFException e) {
            throw Pictures.broken();
        }
    }

    /** Its first byte has been read. */
    private void picture() throws IOException {
        Pictures.whole(input.readUnsignedByte() == START);
        int marker = marker();
        while (marker != END) {
            // from here on segments have a length; those without stand between pixels only
            Pictures.whole(marker >= FIRST_SEGMENT && marker < FIRST_RESTART || marker >= SCAN && marker < 0xff);
            Pictures.whole(marker != HIERARCHY);
            segment(marker);
            marker = marker == SCAN ? behindPixels() : marker();
        }
        Pictures.whole(pixels);
    }

    private int marker() throws IOException {
        Pictures.whole(input.readUnsignedByte() == 0xff);
        int marker;
        do {
            marker = input.readUnsignedByte();
        } while (marker == 0xff);
        return marker;
    }

    private void segment(int marker) throws IOException {
        int length = input.readUnsignedShort() - 2;
        Pictures.whole(length >= 0);
        if (marker == SCAN) {
            Pictures.whole(frame && length > 0);
        } else if (describesFrame(marker)) {
            Pictures.whole(!frame && length > 5);
            input.readUnsignedByte();
            int height = input.readUnsignedShort();
            int width = input.readUnsignedShort();
            length -= 5;
            Pictures.whole(width > 0);
            Pictures.within(width, height);
            frame = true;
        } else if (marker == LINES) {
            Pictures.whole(length == 2);
            Pictures.within(1, input.readUnsignedShort());
            length = 0;
        }
        input.skipNBytes(length);
    }

    /** What follows the pixels: in these each 0xff is followed by a zero, or by the mark of a restart. */
    private int behindPixels() throws IOException {
        while (true) {
            int value = input.readUnsignedByte();
            if (value != 0xff) {
                pixels = true;
                continue;
            }
            do {
                value = input.readUnsignedByte();
            } while (value == 0xff);
            if (value != 0 && !(value >= FIRST_RESTART && value < START)) {
                return value;
            }
        }
    }

    /** Samsung's telephones write behind each picture when it was taken and the like. */
    private static boolean notesOfCamera(InputStream input) throws IOException {
        String notes = new String(input.readNBytes(MAX_NOTES), StandardCharsets.ISO_8859_1);
        return notes.endsWith("SEFT") && notes.indexOf('<') < 0 && input.read() < 0;
    }

    private static boolean describesFrame(int marker) {
        boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        return marker >= FIRST_SEGMENT && marker < FIRST_RESTART && !tables;
    }
}
