package vn.lienket.enterprise.table;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;

/** Pulls the rows out of a worksheet part (ECMA-376, 18.3.1). */
final class SheetReader {

    /** How many cells Excel takes into a row. */
    private static final int MAX_COLUMNS = 16_384;

    private static final int MAX_EXPONENT = 30;
    /** As many digits as Excel keeps and shows of a number; what a file has behind them is noise of its doubles. */
    private static final MathContext SHOWN = new MathContext(15);
    /** A sign that XML does not take, or that looks like such an escape (ECMA-376, 22.9.2.19 ST_Xstring). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

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
        if (Cells.tooLong(value)) {
            return new CellProblem(value.toString(), "quá dài");
        }
        return Cells.text(value.toString()) == null ? null : value(type == null ? "n" : type, value.toString());
    }

    private Object value(String type, String text) {
        return switch (type) {
            case "s" -> sharedString(text);
            case "b" -> yesOrNo(text);
            case "n" -> number(text);
            case "e" -> new CellProblem(text, "ô có lỗi %s".formatted(text));
            case "str", "inlineStr", "d" -> string(text);
            default -> new CellProblem(text, "ô có kiểu “%s” mà hệ thống không đọc được".formatted(type));
        };
    }

    private Object sharedString(String index) {
        Optional<String> text =
                INDEX.matcher(index).matches() ? strings.get(Integer.parseInt(index)) : Optional.empty();
        return text.isPresent() ? string(text.get()) : new CellProblem(index, "ô dẫn đến một chuỗi không có trong tệp");
    }

    private static Object string(String text) {
        return Cells.tooLong(text)
                ? new CellProblem(text, "quá dài")
                : Cells.text(ESCAPE.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)))));
    }

    private static Object yesOrNo(String text) {
        return switch (text.strip()) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> new CellProblem(text, "không phải là giá trị đúng hoặc sai");
        };
    }

    /** Some write 3700145020 as 3700145020.0 or 3.70014502E9. */
    private static Object number(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip()).stripTrailingZeros();
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return new CellProblem(text, "không phải là số đọc được");
        }
        if (number.scale() > MAX_EXPONENT || number.scale() < -MAX_EXPONENT) {
            return new CellProblem(text, "số quá lớn hoặc quá nhỏ");
        }
        BigDecimal shown = number.scale() > 0 ? number.round(SHOWN).stripTrailingZeros() : number;
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    private void appendText(StringBuilder target) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            Cells.append(target, xml);
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
