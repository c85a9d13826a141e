package vn.lienket.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Looks for what an office document (ECMA-376) could run or fetch, in one pass over what the zip file unpacks to. */
final class OfficeContent implements ZipUnpacker.Target, XmlScan.Handler {

    private static final byte[] OLE_MAGIC = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

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
    private final SheetFormulas formulas = new SheetFormulas(found::add);
    private String part;
    /** The name of the first element of the part. */
    private String root;

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
        root = null;
        OfficeReasons.ofPart(part).forEach(found::add);
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
                    found.add(part.contains("vba") ? OfficeReasons.MACRO : OfficeReasons.OLE);
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
        formulas.close();
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
    public void start(XmlTag tag, XmlNames names) {
        if (root == null) {
            root = tag.name();
            reason(OfficeReasons.ofRoot(root));
        }
        switch (tag.name()) {
            case "Default", "Override" -> contentType(tag.attribute("ContentType"));
            case "Relationship" -> relationship(tag);
            default -> reason(OfficeReasons.ofElement(tag.name()));
        }
        links(tag);
        fields.start(tag, names);
        formulas.start(tag, names);
    }

    @Override
    public void end(String name) {
        fields.end(name);
        formulas.end(name);
    }

    @Override
    public boolean wantsText() {
        return fields.wantsText() || formulas.wantsText();
    }

    @Override
    public void text(String text) {
        if (fields.wantsText()) {
            fields.text(text);
        }
        if (formulas.wantsText()) {
            formulas.text(text);
        }
    }

    private void contentType(String type) {
        if (part.equals("[content_types].xml")) {
            OfficeReasons.ofContentType(type).forEach(found::add);
        }
    }

    private void relationship(XmlTag tag) {
        if (part.endsWith(".rels")) {
            reason(OfficeReasons.ofRelationship(
                    part, tag.attribute("Type"), tag.attribute("Target"), tag.attribute("TargetMode")));
        }
    }

    /** Drawings as Word and Excel 97 knew them carry addresses themselves; pictures in SVG carry pictures. */
    private void links(XmlTag tag) {
        if (!root.equals("svg")) {
            if (Links.forbidden(tag.attribute("href")) && !OfficeReasons.ofMail(tag.attribute("href"))) {
                found.add(OfficeReasons.LINK);
            }
            if (OfficeReasons.fetched(tag.attribute("src"))) {
                found.add(OfficeReasons.PICTURE);
            }
        }
    }

    private void reason(Optional<String> reason) {
        reason.ifPresent(found::add);
    }

    private void beginInnerFile() throws IOException {
        if (inner || ++innerFiles > MAX_INNER) {
            throw Refused.active(Set.of(OfficeReasons.EMBEDDED));
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
