package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as attackers make them. */
public final class HostileFiles {

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int MEGABYTE = 1 << 20;

    private HostileFiles() {}

    /** The DOCX that stopped the product: 300 kB, whose list of content types unpacks to this many megabytes of blanks. */
    public static byte[] bomb(int megabytes) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                .getBytes(StandardCharsets.UTF_8));
                byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
                for (int count = 0; count < megabytes; count++) {
                    zip.write(blanks);
                }
                zip.write("</Types>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                entry(zip, "word/document.xml", "<w:document xmlns:w=\"w\"/>");
            }
        });
    }

    /** An office document with this main part. */
    static byte[] word(String document) {
        return office(Map.of("word/document.xml", document));
    }

    /** An office document with these parts besides the usual ones. */
    static byte[] office(Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", contentTypes(""));
        all.put("word/document.xml", "<w:document xmlns:w=\"w\"/>");
        all.putAll(parts);
        return zip(all);
    }

    /** A field of Word with what stands between its begin and its end. */
    static String field(String instruction) {
        return "<w:p xmlns:w=\"w\" xmlns:x=\"w\"><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>" + instruction
                + "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }

    /** A workbook with this in its only sheet. */
    static byte[] sheet(String content) {
        return workbook("", content);
    }

    /** A workbook with this in its list of sheets and names, and in its only sheet. */
    static byte[] workbook(String names, String content) {
        return zip(Map.of(
                "[Content_Types].xml",
                contentTypes(""),
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"A\"/></sheets>" + names + "</workbook>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData/>" + content + "</worksheet>"));
    }

    static String contentTypes(String more) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + MAIN + "\"/>" + more + "</Types>";
    }

    /** Relationships of the main part: one of this type. */
    static byte[] related(String type, String target, boolean external) {
        return office(Map.of("word/_rels/document.xml.rels", relationships(type, target, external)));
    }

    static String relationships(String type, String target, boolean external) {
        return "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type + "\" Target=\"" + target + "\"" + (external ? " TargetMode=\"External\"" : "")
                + "/></Relationships>";
    }

    static byte[] zip(Map<String, String> parts) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    entry(zip, part.getKey(), part.getValue());
                }
            }
        });
    }

    /** The bytes with this 16-bit field of every directory entry (and of the entry itself, at another place) set. */
    static byte[] withField(byte[] zip, int central, int local, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putShort(at + central, (short) value);
            } else if (bytes.getInt(at) == 0x04034b50 && local >= 0) {
                bytes.putShort(at + local, (short) value);
            }
        }
        return bytes.array();
    }

    /** A PDF of these objects, numbered from 1, the first being the catalogue; without a table, which readers rebuild. */
    public static byte[] pdf(String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        for (int index = 0; index < objects.length; index++) {
            file.append("%d 0 obj\n%s\nendobj\n".formatted(index + 1, objects[index]));
        }
        return file.append("trailer\n<</Root 1 0 R>>\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An object that is a stream. */
    static String stream(String dictionary, byte[] data) {
        return "<<%s/Length %d>>\nstream\n%s\nendstream"
                .formatted(dictionary, data.length, new String(data, StandardCharsets.ISO_8859_1));
    }

    /** An object stream that holds one object. */
    static String objectStream(String object) {
        String header = "7 0 ";
        byte[] content = (header + object).getBytes(StandardCharsets.ISO_8859_1);
        return stream("/Type/ObjStm/N 1/First %d/Filter/FlateDecode".formatted(header.length()), deflated(content));
    }

    static byte[] deflated(byte[] content) {
        return bytes(out -> {
            try (OutputStream packed = new DeflaterOutputStream(out)) {
                packed.write(content);
            }
        });
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface Writer {

        void write(OutputStream out) throws IOException;
    }
}
