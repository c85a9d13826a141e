package vn.lienket.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers a request with a CSV file, row by row: in UTF-8 with the mark by which Excel knows it. */
public final class CsvDownload implements AutoCloseable {

    /** Its media type. */
    public static final String TYPE = "text/csv";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    /** @param fileName as the browser shall keep it */
    public CsvDownload(HttpServletResponse response, String fileName, String... header) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        Writer target = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        target.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().build(target);
        csv.writeRecord(header);
    }

    public void row(String... values) {
        csv.writeRecord(Stream.of(values).map(CsvDownload::harmless).toArray(String[]::new));
    }

    /** The answer is complete. */
    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Nobody's spreadsheet shall take a value out of somebody's file for a formula. */
    private static String harmless(String value) {
        return value != null && !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
