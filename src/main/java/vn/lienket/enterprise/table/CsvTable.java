package vn.lienket.enterprise.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A CSV file (RFC 4180) in UTF-8, with or without a byte order mark, its cells divided by what divides more in its header. */
final class CsvTable implements Table {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** In characters; the longest cell, and all that a quote left open can make us read into memory. */
    private static final int MAX_CELL = 1 << 17;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private int line = 1;

    private CsvTable(CloseableIterator<CsvRecord> records) {
        this.records = records;
        this.header = record().map(first -> Cells.header(first.getFields()))
                .orElseThrow(() -> new UnreadableTableException("Tệp (file) không có dòng tiêu đề."));
    }

    static CsvTable open(Path file) {
        CloseableIterator<CsvRecord> records = null;
        try {
            char separator = separator(file);
            records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MAX_CELL)
                    .ofCsvRecord(reader(file))
                    .iterator();
            return new CsvTable(records);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UnreadableTableException e) {
            close(records);
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() {
        Optional<CsvRecord> record = record();
        while (record.isPresent() && record.get().getFields().stream().allMatch(String::isBlank)) {
            record = record();
        }
        return record.map(found ->
                new TableRow(Math.toIntExact(found.getStartingLineNumber()), Cells.row(cells(found), header.size())));
    }

    @Override
    public void close() {
        close(records);
    }

    private static List<Object> cells(CsvRecord record) {
        return record.getFields().stream()
                .map(cell -> cell.isBlank() ? null : (Object) cell)
                .toList();
    }

    private Optional<CsvRecord> record() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = Math.toIntExact(record.getStartingLineNumber());
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw new UnreadableTableException(
                    "Tệp (file) sai cú pháp CSV sau dòng %d: dấu nháy kép mở mà không đóng, có ký tự sau dấu nháy đóng, hoặc một ô quá dài."
                            .formatted(line),
                    e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    private static void close(CloseableIterator<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counted outside of quotes in the first line; reads on to the end, so that a wrong encoding is known before the first row. */
    private static char separator(Path file) throws IOException {
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        boolean header = true;
        try (Reader content = reader(file)) {
            for (int character = content.read(); character >= 0; character = content.read()) {
                quoted ^= header && character == '"';
                header &= quoted || character != '\n' && character != '\r';
                commas += header && !quoted && character == ',' ? 1 : 0;
                semicolons += header && !quoted && character == ';' ? 1 : 0;
            }
        }
        return semicolons > commas ? ';' : ',';
    }

    /** Stops at the first byte that is not UTF-8 instead of replacing it; the byte order mark is taken off. */
    private static Reader reader(Path file) throws IOException {
        Reader content = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        content.mark(1);
        if (content.read() != BYTE_ORDER_MARK) {
            content.reset();
        }
        return content;
    }

    private static UnreadableTableException unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new UnreadableTableException("Tệp (file) không phải UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”.", e);
        }
        throw new UncheckedIOException(e);
    }
}
