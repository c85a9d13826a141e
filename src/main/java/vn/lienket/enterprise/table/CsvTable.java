package vn.lienket.enterprise.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV file (RFC 4180) in UTF-8, with or without a byte order mark, its cells divided by what a first line {@code sep=;} says or
 * else by what divides more in its header.
 */
final class CsvTable implements Table {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** In characters; the longest cell, and all that a quote left open can make us read into memory. */
    private static final int MAX_CELL = 1 << 17;
    /** The line that tells Excel how to divide a file; it is none of the table's. */
    private static final Pattern DECLARATION =
            Pattern.compile("\"?sep=([\\t\\x20-\\uFFFD&&[^\"]])\"?", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_DECLARATION = "\"sep=;\"".length();

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private int line = 1;

    /** @param declared whether the first line says how the others are divided */
    private record Division(char separator, boolean declared) {}

    private CsvTable(CloseableIterator<CsvRecord> records, boolean declared) {
        this.records = records;
        if (declared) {
            record();
        }
        this.header = record().map(first -> Cells.header(first.getFields()))
                .orElseThrow(() -> new UnreadableTableException("Tệp (file) không có dòng tiêu đề."));
    }

    static CsvTable open(Path file) {
        CloseableIterator<CsvRecord> records = null;
        try {
            Division division = division(file);
            records = CsvReader.builder()
                    .fieldSeparator(division.separator())
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MAX_CELL)
                    .ofCsvRecord(reader(file))
                    .iterator();
            return new CsvTable(records, division.declared());
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
        while (record.isPresent() && cells(record.get()).stream().allMatch(Objects::isNull)) {
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
                .map(cell -> (Object) Cells.text(cell))
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
    private static Division division(Path file) throws IOException {
        StringBuilder start = new StringBuilder();
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
                if (header && start.length() <= LONGEST_DECLARATION) {
                    start.append((char) character);
                }
            }
        }
        Matcher declaration = DECLARATION.matcher(start);
        return declaration.matches()
                ? new Division(declaration.group(1).charAt(0), true)
                : new Division(semicolons > commas ? ';' : ',', false);
    }

    /** Stops at the first byte that is not UTF-8 instead of replacing it; byte order marks are taken off, for some write two. */
    private static Reader reader(Path file) throws IOException {
        Reader content = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        do {
            content.mark(1);
        } while (content.read() == BYTE_ORDER_MARK);
        content.reset();
        return content;
    }

    private static UnreadableTableException unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new UnreadableTableException("Tệp (file) không phải UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”.", e);
        }
        throw new UncheckedIOException(e);
    }
}
