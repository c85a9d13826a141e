package vn.lienket.enterprise.table;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;

/** Pulls the rows out of a worksheet part (ECMA-376, 18.3.1). */
final class SheetReader {

    /** What Excel itself takes into a cell, and how many cells it takes into a row. */
    private static final int MAX_TEXT = 32_767;

    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_EXPONENT = 30;

    private final XMLStreamReader xml;
    private final SpooledStrings strings;
    private int line;

    SheetReader(InputStream sheet, SpooledStrings strings) throws XMLStreamException {
        this.xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(sheet);
        this.strings = strings;
    }

    /** The next row, blank or not; cells that the sheet leaves out are null. */
    Optional<TableRow> next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Integer.parseInt(number);
                return Optional.of(new TableRow(line, cells()));
            }
        }
        return Optional.empty();
    }

    private List<Object> cells() throws XMLStreamException {
        List<Object> cells = new ArrayList<>();
        while (!atEndOf("row")) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                int column = reference == null ? cells.size() : new CellReference(reference).getCol();
                if (column < cells.size() || column >= MAX_COLUMNS) {
                    throw new UnreadableTableException("Tệp (file) đã hỏng ở dòng %d.".formatted(line));
                }
                cells.addAll(Collections.nCopies(column - cells.size(), null));
                cells.add(cell(xml.getAttributeValue(null, "t")));
            }
        }
        return cells;
    }

    private Object cell(String type) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        boolean formula = false;
        boolean saved = false;
        while (!atEndOf("c")) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" -> formula = true;
                case "v", "t" -> {
                    saved = true;
                    appendText(value);
                }
                case "rPh" -> skip("rPh");
                default -> {}
            }
        }
        if (formula && !saved) {
            return new CellProblem("", "công thức chưa có giá trị, hãy mở tệp bằng phần mềm bảng tính rồi lưu lại");
        }
        return value.isEmpty() ? null : value(type == null ? "n" : type, value.toString());
    }

    private Object value(String type, String text) {
        return switch (type) {
            case "s" -> blankAsNull(strings.get(Integer.parseInt(text)));
            case "b" -> text.equals("1") || text.equals("true");
            case "n" -> number(text);
            case "e" -> new CellProblem(text, "ô có lỗi %s".formatted(text));
            default -> blankAsNull(text);
        };
    }

    /** Some write 3700145020 as 3700145020.0 or 3.70014502E9. */
    private static Object number(String text) {
        BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
        if (Math.abs(number.scale()) > MAX_EXPONENT) {
            return new CellProblem(text, "số quá lớn hoặc quá nhỏ");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }

    private void appendText(StringBuilder target) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (xml.hasText()) {
                target.append(xml.getText());
            }
            if (target.length() > MAX_TEXT) {
                throw new UnreadableTableException("Tệp (file) có ô quá dài ở dòng %d.".formatted(line));
            }
        }
    }

    private void skip(String element) throws XMLStreamException {
        while (!atEndOf(element)) {
            xml.next();
        }
    }

    private boolean atEndOf(String element) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element);
    }
}
