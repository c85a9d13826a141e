package vn.lienket.enterprise.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.internal.ZipHelper;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** The first sheet of an XLSX file, read as a stream of XML events; formulas count with the value that was saved with them. */
final class XlsxTable implements Table {

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
                .orElseThrow(
                        () -> new UnreadableTableException("Tệp (file) không có dòng tiêu đề ở trang tính đầu tiên."));
    }

    static XlsxTable open(Path path) {
        OPCPackage file = null;
        SpooledStrings strings = null;
        try {
            // opened by its path, a file without a directory would be unpacked into memory
            file = OPCPackage.open(new ZipFileZipEntrySource(ZipHelper.openZipFile(path.toFile())));
            XSSFReader workbook = new XSSFReader(file);
            strings = SpooledStrings.of(workbook.getSharedStringsData());
            InputStream first = workbook.getSheetsData().next();
            return new XlsxTable(file, strings, new SheetReader(first, strings));
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
        return e instanceof UnreadableTableException known
                ? known
                : new UnreadableTableException("Tệp (file) không phải là XLSX đọc được, hoặc đã hỏng.", e);
    }
}
