package vn.lienket.download;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers a request with an XLSX file of one sheet: numbers as numbers, days as days, texts as texts, and no formulas. */
public final class XlsxDownload implements AutoCloseable {

    /** Its media type. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 100;
    private static final int UNIT = 256;

    /** @param width in characters */
    public record Column(String head, int width) {}

    private final HttpServletResponse response;
    private final String fileName;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SXSSFSheet sheet;
    private final List<Column> columns;
    private final CellStyle text = style("@");
    private final CellStyle day = style("dd/mm/yyyy");
    private final CellStyle moment = style("dd/mm/yyyy hh:mm");
    private final CellStyle number = style("#,##0.##");
    private int rows;

    /** @param fileName as the browser shall keep it */
    public XlsxDownload(HttpServletResponse response, String fileName, String sheetName, List<Column> columns) {
        this.response = response;
        this.fileName = fileName;
        this.columns = List.copyOf(columns);
        sheet = workbook.createSheet(sheetName);
        sheet.createFreezePane(0, 1);
        CellStyle head = style("@");
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        Row heads = sheet.createRow(rows++);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * UNIT);
            Cell cell = heads.createCell(i);
            cell.setCellValue(columns.get(i).head());
            cell.setCellStyle(head);
        }
    }

    /** Numbers, days, moments without a zone, texts or null. */
    public void row(Object... values) {
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < values.length; i++) {
            put(row.createCell(i), values[i]);
        }
    }

    /** The answer is complete. */
    @Override
    public void close() throws IOException {
        try (workbook) {
            sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, columns.size() - 1));
            response.setContentType(TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(fileName).build().toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            workbook.write(response.getOutputStream());
        }
    }

    private void put(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(moment);
        } else if (value instanceof Number count) {
            cell.setCellValue(count.doubleValue());
            cell.setCellStyle(number);
        } else if (value != null) {
            cell.setCellValue(value.toString());
            cell.setCellStyle(text);
        }
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(format.equals("@"));
        return style;
    }
}
