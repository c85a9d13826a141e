package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lienket.content.Inspections.assertRefused;
import static vn.lienket.content.Inspections.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.document.SampleFiles;

class PictureInspectionTest {

    private static final String BROKEN = "ảnh đã hỏng, không đầy đủ";
    private static final String MORE = "sau phần ảnh trong tệp còn dữ liệu khác";
    private static final byte[] PNG = hex("89504e470d0a1a0a");
    private static final byte[] NO_CHUNK = {};
    private static final byte[] PIXELS = HostileFiles.deflated(new byte[4]);

    @ParameterizedTest
    @MethodSource
    void aHeadWithoutAPictureIsRefused(byte[] file) {
        assertRefused(() -> document(file), BROKEN);
    }

    static Stream<byte[]> aHeadWithoutAPictureIsRefused() {
        byte[] png = SampleFiles.png();
        byte[] jpeg = SampleFiles.jpeg();
        byte[] wrongSum = png.clone();
        wrongSum[30] ^= 1;
        return Stream.of(
                joined(PNG, SampleFiles.html()),
                joined(hex("89504e47"), SampleFiles.html()),
                joined(PNG, chunk("IEND", NO_CHUNK)),
                joined(PNG, header(1, 1, 0), SampleFiles.html()),
                joined(PNG, header(1, 1, 0), chunk("IEND", NO_CHUNK)),
                joined(PNG, chunk("tEXt", SampleFiles.html()), header(1, 1, 0), chunk("IDAT", PIXELS), end()),
                joined(PNG, header(1, 1, 0), header(1, 1, 0), chunk("IDAT", PIXELS), end()),
                joined(PNG, header(1, 1, 0), chunk("HTML", SampleFiles.html()), chunk("IDAT", PIXELS), end()),
                joined(PNG, header(0, 1, 0), chunk("IDAT", PIXELS), end()),
                joined(PNG, header(1, 1, 7), chunk("IDAT", PIXELS), end()),
                joined(PNG, hex("ffffffff"), SampleFiles.html()),
                Arrays.copyOf(png, png.length - 5),
                wrongSum,
                joined(hex("ffd8ff"), SampleFiles.html()),
                joined(hex("ffd8ffe000104a46494600010100000100010000"), SampleFiles.html()),
                joined(hex("ffd8ffd9"), SampleFiles.html()),
                hex("ffd8fffe0004abcdffd9"),
                // pixels of which nobody said how many they are
                hex("ffd8ffda000401000102ffd9"),
                Arrays.copyOf(jpeg, jpeg.length - 2),
                Arrays.copyOf(jpeg, 40));
    }

    @ParameterizedTest
    @MethodSource
    void whatGoesOnAsSomethingElseIsRefused(byte[] file) {
        assertRefused(() -> document(file), MORE);
    }

    static Stream<byte[]> whatGoesOnAsSomethingElseIsRefused() {
        return Stream.of(
                joined(SampleFiles.png(), SampleFiles.html()),
                joined(SampleFiles.png(), new byte[100], SampleFiles.html()),
                joined(SampleFiles.png(), new byte[1 << 17]),
                joined(SampleFiles.jpeg(), SampleFiles.html()),
                joined(SampleFiles.jpeg(), SampleFiles.html(), "SEFT".getBytes(StandardCharsets.US_ASCII)),
                joined(SampleFiles.jpeg(), SampleFiles.jpeg(), SampleFiles.zip()));
    }

    @Test
    void noSideMayBeLongerThanAnySheetThatIsScanned() {
        String tooLong = "ảnh có cạnh dài hơn 30.000 điểm ảnh";
        assertRefused(() -> document(joined(PNG, header(30_001, 1, 0), chunk("IDAT", PIXELS), end())), tooLong);
        assertRefused(() -> document(sized(0x7531, 8)), tooLong);
        assertRefused(() -> document(sized(8, 0xffff)), tooLong);
    }

    @ParameterizedTest
    @MethodSource
    void whatProgramsScannersAndCamerasWritePasses(byte[] file) {
        assertThatCode(() -> document(file)).doesNotThrowAnyException();
    }

    static Stream<byte[]> whatProgramsScannersAndCamerasWritePasses() {
        byte[] jpeg = SampleFiles.jpeg();
        byte[] text = chunk("tEXt", "Software\0Máy quét".getBytes(StandardCharsets.ISO_8859_1));
        return Stream.of(
                SampleFiles.png(),
                jpeg,
                sized(30_000, 21_000),
                joined(PNG, header(1, 1, 0), text, chunk("IDAT", PIXELS), chunk("IDAT", NO_CHUNK), text, end()),
                joined(SampleFiles.png(), new byte[] {'\n'}),
                withExif(jpeg),
                // restarts, bytes to fill up, a second scan
                hex("ffd8ffc0000b080008000801011100ffffda0008010100003f00aaff00bbffd0ccffda0008010100003f00ddffffd9"),
                joined(jpeg, new byte[512]),
                // a preview behind it, as cameras add it
                joined(withExif(jpeg), new byte[3], jpeg),
                joined(jpeg, "\0\0\1\nImage_UTC_Data1700000000000SEFHSEFT".getBytes(StandardCharsets.US_ASCII)));
    }

    /** With what a scanner writes into its pictures, among it a small picture of the picture. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] exif = joined("Exif\0\0II*\0\10\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII), jpeg);
        byte[] segment = ByteBuffer.allocate(4 + exif.length)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + exif.length))
                .put(exif)
                .array();
        return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The sample with another size in its frame. */
    private static byte[] sized(int width, int height) {
        ByteBuffer jpeg = ByteBuffer.wrap(SampleFiles.jpeg());
        int at = 0;
        while (jpeg.getShort(at) != (short) 0xffc0) {
            at++;
        }
        return jpeg.putShort(at + 5, (short) height)
                .putShort(at + 7, (short) width)
                .array();
    }

    private static byte[] header(int width, int height, int colour) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) colour)
                        .array());
    }

    private static byte[] end() {
        return chunk("IEND", NO_CHUNK);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(joined(name, data));
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
