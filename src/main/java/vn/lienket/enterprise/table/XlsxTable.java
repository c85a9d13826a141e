package vn.lienket.enterprise.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.internal.ZipHelper;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.util.XMLHelper;

/**
 * The first sheet of an XLSX file that people see, read as a stream of XML events; formulas count with the value that was saved with
 * them. The strict form differs in its namespaces only, of which we read none but the ends.
 */
final class XlsxTable implements Table {

    private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

    private final OPCPackage file;
    private final SpooledStrings strings;
    private final SheetReader sheet;
    private final List<String> header;

    private XlsxTable(OPCPackage file, SpooledStrings strings, SheetReader sheet) {
        this.file = file;
        this.strings = strings;
        this.sheet = sheet;
        this.header = nextRow()
                .map(first -> Cells.header(first.cells()))
                .orElseThrow(() -> new UnreadableTableException(
                        "Tệp (file) không có dòng tiêu đề ở trang tính đầu tiên đang hiện."));
    }

    static XlsxTable open(Path path) {
        OPCPackage file = null;
        SpooledStrings strings = null;
        try {
            // opened by its path, a file without a directory would be unpacked into memory
            file = OPCPackage.open(new ZipFileZipEntrySource(ZipHelper.openZipFile(path.toFile())));
            PackagePart workbook = part(
                            file, file.getRelationships(), relationship -> is(relationship, "/officeDocument"))
                    .orElseThrow();
            Optional<PackagePart> texts =
                    part(file, workbook.getRelationships(), relationship -> is(relationship, "/sharedStrings"));
            strings = SpooledStrings.of(texts.isPresent() ? texts.get().getInputStream() : null);
            SheetReader sheet = new SheetReader(firstVisible(file, workbook).getInputStream(), strings);
            return new XlsxTable(file, strings, sheet);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            close(file, strings);
            throw unreadable(e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() {
        return nextRow().map(row -> new TableRow(row.line(), padded(row.cells())));
    }

    @Override
    public void close() {
        close(file, strings);
    }

    private Optional<TableRow> nextRow() {
        try {
            Optional<TableRow> row = sheet.next();
            while (row.isPresent() && row.get().cells().stream().allMatch(Objects::isNull)) {
                row = sheet.next();
            }
            return row;
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Charts and dialogs are listed among the sheets, but are no worksheets. */
    private static PackagePart firstVisible(OPCPackage file, PackagePart workbook)
            throws IOException, OpenXML4JException, XMLStreamException {
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(workbook.getInputStream());
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")
                    && !HIDDEN.contains(Objects.toString(xml.getAttributeValue(null, "state"), ""))) {
                String id = xml.getAttributeValue(null, "id");
                Optional<PackagePart> sheet = part(
                        file,
                        workbook.getRelationships(),
                        relationship -> relationship.getId().equals(id) && is(relationship, "/worksheet"));
                if (sheet.isPresent()) {
                    return sheet.get();
                }
            }
        }
        throw new UnreadableTableException("Tệp (file) không có trang tính nào đang hiện.");
    }

    private static Optional<PackagePart> part(
            OPCPackage file, PackageRelationshipCollection relationships, Predicate<PackageRelationship> wanted)
            throws OpenXML4JException {
        for (PackageRelationship relationship : relationships) {
            if (wanted.test(relationship)) {
                return Optional.ofNullable(
                        file.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI())));
            }
        }
        return Optional.empty();
    }

    private static boolean is(PackageRelationship relationship, String type) {
        return relationship.getRelationshipType().endsWith(type);
    }

    /** A sheet leaves out cells that are empty. */
    private List<Object> padded(List<Object> cells) {
        Object[] row = Cells.row(cells, header.size()).toArray();
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(row, Math.max(row.length, header.size()))));
    }

    private static void close(OPCPackage file, SpooledStrings strings) {
        if (file != null) {
            file.revert();
        }
        try {
            if (strings != null) {
                strings.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableTableException unreadable(Exception e) {
        if (e instanceof UncheckedIOException disk) {
            throw disk;
        }
        return e instanceof UnreadableTableException known
                ? known
                : new UnreadableTableException("Tệp (file) không phải là XLSX đọc được, hoặc đã hỏng.", e);
    }
}
