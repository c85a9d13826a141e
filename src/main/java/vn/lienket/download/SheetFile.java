package vn.lienket.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.lienket.download.SheetTable.Column;

/** Writes tables as XLSX, a sheet each: numbers as numbers, days as days, and no formulas. */
public final class SheetFile {

    /** Of a character, which is what the width of a column is counted in. */
    private static final double MILLIMETRES = 1.9;

    private static final int WIDEST = 60;
    private static final int UNIT = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle head = bold(true);
    private final CellStyle total = bold(false);
    private final CellStyle text = wrapped(workbook.createCellStyle());
    private final CellStyle day = workbook.createCellStyle();
    private final CellStyle whole = workbook.createCellStyle();
    private final CellStyle decimal = workbook.createCellStyle();
    private final CellStyle totalWhole = bold(false);

    private SheetFile() {
        day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        whole.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        totalWhole.setDataFormat(whole.getDataFormat());
        decimal.setDataFormat(workbook.createDataFormat().getFormat("#,##0.##"));
        List.of(day, whole, decimal).forEach(style -> style.setVerticalAlignment(VerticalAlignment.TOP));
    }

    public static byte[] write(List<SheetTable> tables) {
        SheetFile sheets = new SheetFile();
        try (XSSFWorkbook file = sheets.workbook) {
            tables.forEach(sheets::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(SheetTable table) {
        Sheet sheet = workbook.createSheet(table.sheet());
        List<Column> columns = table.columns();
        Row heads = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = heads.createCell(i);
            cell.setCellValue(columns.get(i).head());
            cell.setCellStyle(head);
            sheet.setColumnWidth(i, width(columns.get(i)) * UNIT);
        }
        table.rows().forEach(row -> add(sheet, row, false));
        table.totals().forEach(row -> add(sheet, row, true));
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void add(Sheet sheet, List<Object> cells, boolean isTotal) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.size(); i++) {
            put(row.createCell(i), cells.get(i), isTotal);
        }
    }

    private void put(Cell cell, Object value, boolean isTotal) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            boolean hasDecimals = number.doubleValue() != Math.rint(number.doubleValue());
            cell.setCellStyle(hasDecimals ? decimal : isTotal ? totalWhole : whole);
        } else {
            cell.setCellStyle(isTotal ? total : text);
            if (value != null) {
                cell.setCellValue(value.toString());
            }
        }
    }

    private static int width(Column column) {
        return column.millimetres() == 0 ? WIDEST : Math.max(8, (int) (column.millimetres() / MILLIMETRES) + 4);
    }

    private CellStyle bold(boolean centred) {
        CellStyle style = wrapped(workbook.createCellStyle());
        Font font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        if (centred) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        return style;
    }

    private static CellStyle wrapped(CellStyle style) {
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
