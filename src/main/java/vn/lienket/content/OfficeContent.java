package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** Looks for what an office document (ECMA-376) could run or fetch, in one pass over what the zip file unpacks to. */
final class OfficeContent implements ZipUnpacker.Target, XmlScan.Handler {

    private static final String OLE = "đối tượng OLE nhúng";
    private static final String MACRO = "macro";
    private static final String ACTIVE_X = "điều khiển ActiveX";
    private static final String EMBEDDED = "tệp nhúng";
    private static final String OTHER_FILE = "liên kết tới tệp khác";
    private static final byte[] OLE_MAGIC = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

    private static final Map<String, String> CONTENT_TYPES = new LinkedHashMap<>();
    private static final Map<String, String> RELATIONSHIPS = Map.of(
            "vbaproject", MACRO,
            "wordvbadata", MACRO,
            "xlmacrosheet", MACRO,
            "xlintlmacrosheet", MACRO,
            "oleobject", OLE,
            "package", EMBEDDED,
            "afchunk", "nội dung nhúng (altChunk)",
            "control", ACTIVE_X,
            "activexcontrolbinary", ACTIVE_X);

    static {
        CONTENT_TYPES.put("macroenabled", MACRO);
        CONTENT_TYPES.put("macrosheet", MACRO);
        CONTENT_TYPES.put("vbaproject", MACRO);
        CONTENT_TYPES.put("vbadata", MACRO);
        CONTENT_TYPES.put("activex", ACTIVE_X);
        CONTENT_TYPES.put("oleobject", OLE);
        CONTENT_TYPES.put("externallink", OTHER_FILE);
        CONTENT_TYPES.put("spreadsheetml.connections", "kết nối dữ liệu ngoài");
    }

    private static final Pattern PLAIN_LINK = Pattern.compile("(?is)(https?:|mailto:|#).*");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?is)\\s*[a-z][a-z0-9+.-]+:.*");
    private static final Pattern CHART_RELATIONSHIPS =
            Pattern.compile("(?i)(word|xl|ppt)/charts/_rels/chart[^/]*\\.xml\\.rels");
    private static final Pattern WORKBOOK = Pattern.compile("(?i).*\\.xlsx");
    /** The workbooks behind the charts of a report are small, and hold no further files. */
    private static final ZipLimits INNER_LIMITS = new ZipLimits(
            200,
            DataSize.ofMegabytes(20),
            DataSize.ofMegabytes(20),
            DataSize.ofMegabytes(1),
            200,
            DataSize.ofMegabytes(5));

    private static final int MAX_INNER = 50;

    private final boolean inner;
    private final Set<String> found = new LinkedHashSet<>();
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final FieldInstructions fields = new FieldInstructions(found::add);
    private String part;
    private XmlScan scan;
    private Path innerFile;
    private OutputStream innerContent;
    private int innerFiles;

    private OfficeContent(boolean inner) {
        this.inner = inner;
    }

    /** 400 that names what was found, or the limit that was broken. */
    static void inspect(Path file, ZipLimits limits) throws IOException {
        inspect(file, limits, false);
    }

    private static void inspect(Path file, ZipLimits limits, boolean inner) throws IOException {
        OfficeContent content = new OfficeContent(inner);
        try {
            ZipUnpacker.unpack(file, limits, content);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            content.dropInnerFile();
        }
        if (!content.found.isEmpty()) {
            throw Refused.active(content.found);
        }
    }

    @Override
    public void begin(String name) {
        part = name.toLowerCase(Locale.ROOT);
        start.reset();
        scan = new XmlScan(this, part.endsWith(".xml") || part.endsWith(".rels"));
        if (part.contains("vbaproject.bin")) {
            found.add(MACRO);
        }
    }

    @Override
    public void write(byte[] bytes, int length) {
        try {
            if (innerContent != null) {
                innerContent.write(bytes, 0, length);
                return;
            }
            if (start.size() < ZIP_MAGIC.length) {
                start.write(bytes, 0, Math.min(length, ZIP_MAGIC.length - start.size()));
                if (Arrays.equals(start.toByteArray(), OLE_MAGIC)) {
                    found.add(part.contains("vba") ? MACRO : OLE);
                } else if (Arrays.equals(start.toByteArray(), ZIP_MAGIC)) {
                    beginInnerFile();
                    innerContent.write(bytes, 0, length);
                    return;
                }
            }
            scan.write(bytes, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        scan.end();
        fields.close();
        try {
            if (innerContent != null) {
                innerContent.close();
                inspect(innerFile, INNER_LIMITS, true);
                dropInnerFile();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start(String name, Map<String, String> attributes) {
        switch (name) {
            case "Default", "Override" -> contentType(attributes.getOrDefault("ContentType", ""));
            case "Relationship" -> relationship(attributes);
            case "ddeLink" -> found.add("liên kết DDE");
            case "oleLink" -> found.add(OLE);
            default -> fields.start(name, attributes);
        }
    }

    @Override
    public void end(String name) {
        fields.end(name);
    }

    @Override
    public boolean wantsText() {
        return fields.wantsText();
    }

    @Override
    public void text(String text) {
        fields.text(text);
    }

    private void contentType(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        CONTENT_TYPES.forEach((word, reason) -> {
            if (part.equals("[content_types].xml") && lower.contains(word)) {
                found.add(reason);
            }
        });
    }

    private void relationship(Map<String, String> attributes) {
        if (!part.endsWith(".rels")) {
            return;
        }
        String whole = attributes.getOrDefault("Type", "").strip();
        String type = whole.substring(whole.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String target = attributes.getOrDefault("Target", "").strip();
        boolean ofChart = CHART_RELATIONSHIPS.matcher(part).matches()
                && WORKBOOK.matcher(target).matches();
        if (RELATIONSHIPS.containsKey(type) && !(type.equals("package") && ofChart)) {
            found.add(RELATIONSHIPS.get(type));
        }
        boolean external = attributes.getOrDefault("TargetMode", "").strip().equalsIgnoreCase("External");
        if (external && !(type.equals("hyperlink") && PLAIN_LINK.matcher(target).matches())) {
            found.add(externalReason(type));
        } else if (!external && WITH_SCHEME.matcher(target).matches()) {
            found.add(OTHER_FILE);
        }
    }

    private static String externalReason(String type) {
        return switch (type) {
            case "attachedtemplate" -> "mẫu tài liệu lấy từ ngoài (attachedTemplate)";
            case "image" -> "ảnh liên kết ngoài";
            case "hyperlink" -> "siêu liên kết không phải http, https hay mailto";
            default -> OTHER_FILE;
        };
    }

    private void beginInnerFile() throws IOException {
        if (inner || ++innerFiles > MAX_INNER) {
            throw Refused.active(Set.of(EMBEDDED));
        }
        innerFile = Files.createTempFile("lienket-inner-", null);
        innerContent = Files.newOutputStream(innerFile);
    }

    private void dropInnerFile() throws IOException {
        if (innerFile != null) {
            innerContent.close();
            Files.deleteIfExists(innerFile);
            innerFile = null;
            innerContent = null;
        }
    }
}
